import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesIn, readCondition, readTimer, sayTimer, writeCondition, writeTimer } from '../studio/modeler/plain.mjs';

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

test('timers are read in words and written back the same', () => {
  for (const timer of [{ duration: 'P14D' }, { duration: 'P2M' }, { duration: 'PT4H' }, { date: "${due('+5営')}" }, { cycle: 'R12/P3M' }, { date: '${aftercare1mFrom}' }]) {
    assert.deepEqual(writeTimer(readTimer(timer)), timer);
  }
  assert.equal(sayTimer(readTimer({ cycle: 'R12/P3M' })), '3か月ごとに12回まで');
  assert.equal(sayTimer(readTimer({ date: "${due('+5営')}" })), '5営業日後');
});
