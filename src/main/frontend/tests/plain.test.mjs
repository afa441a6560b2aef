import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn, readCondition, readFrom, readTimer, sayFrom, sayTimer, writeCondition, writeFrom, writeTimer } from '../studio/modeler/plain.mjs';

test('a comparison is read in parts and written back the same', () => {
  for (const expression of ["${contractorUsed == 'yes'}", "${meetingResult != 'returned'}", '${count >= 3}', '${hwEligible == true}']) {
    assert.equal(writeCondition(readCondition(expression)), expression);
  }
  assert.equal(readCondition("${consultNext == 'stop' or consultNext == 'expired'}"), null);
  assert.equal(readCondition("${''.getClass()}"), null);
});

test('a value cannot end the text it stands in', () => {
  assert.equal(writeCondition({ fact: 'a', operator: '==', value: "x' or '1'=='1", quoted: true }), "${a == 'x or 1==1'}");
});

test('names are found, functions and words of the language are not', () => {
  assert.deepEqual(namesIn("${dueFrom(interviewDate, '+7日')}"), ['interviewDate']);
  assert.deepEqual(namesIn("${a == 'b' and not empty c}"), ['a', 'c']);
});

test('a fact that stands alone is a yes', () => {
  assert.deepEqual(readCondition('${needs1w}'), { fact: 'needs1w', operator: '==', value: 'true', quoted: false });
  assert.equal(readCondition('${!needs1w}').value, 'false');
  assert.equal(readCondition('${true}'), null);
});

test('a day counted from another is read in parts and written back the same', () => {
  for (const expression of ["${dueFrom(jobStart, '+14日')}", "${dueFrom(jobStart, 'P2M')}", "${dueFrom(jobStart, '+3営')}", "${dueFrom(jobStart, 'P2W')}", "${dueFrom(jobStart, '当日')}"]) {
    assert.equal(writeFrom(readFrom(expression, 'dueFrom'), 'dueFrom'), expression);
  }
  assert.equal(readFrom("${dueBefore(jobStart, '+3営')}", 'dueFrom'), null);
  assert.equal(sayFrom({ count: 14, unit: '日' }, '就職日'), '就職日から14日');
});

test('timers are read in words and written back the same', () => {
  for (const timer of [{ duration: 'P14D' }, { duration: 'P2M' }, { duration: 'PT4H' }, { date: "${due('+5営')}" }, { cycle: 'R12/P3M' }, { date: '${aftercare1mFrom}' }, { date: "${dayFrom(jobStart, '+14日')}" }]) {
    assert.deepEqual(writeTimer(readTimer(timer)), timer);
  }
  assert.equal(sayTimer(readTimer({ cycle: 'R12/P3M' })), '3か月ごとに12回まで');
  assert.equal(sayTimer(readTimer({ date: "${due('+5営')}" })), '5営業日後');
});
