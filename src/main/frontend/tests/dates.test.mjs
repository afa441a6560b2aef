import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate, sayDate } from '../js/dates.mjs';

const said = (text) => {
  const date = readDate(text);
  return date && sayDate(date);
};

test('every way of writing a day is read back with era and weekday', () => {
  for (const text of ['R8.4.1', 'r8/4/1', 'Ｒ８．４．１', '令和8年4月1日', '令8.4.1', '2026-04-01', '2026/4/1', '20260401', 'R080401', '令和8年4月1日（水）']) {
    assert.equal(said(text), '令和8年4月1日（水）', text);
  }
});

test('the first year of an era is 元年, and a day belongs to the era it was in', () => {
  assert.equal(said('R1.5.1'), '令和元年5月1日（水）');
  assert.equal(said('2019-04-30'), '平成31年4月30日（火）');
  assert.equal(said('昭和64年1月7日'), '昭和64年1月7日（土）');
  for (const text of ['平成31年5月1日', 'R1.4.30', 'S64.1.8']) assert.equal(said(text), null, text);
});

test('a time may follow', () => {
  assert.equal(said('R8.11.19 14:00'), '令和8年11月19日（木） 14:00');
  assert.equal(said('2026-11-19T9:05'), '令和8年11月19日（木） 9:05');
  assert.equal(said('令和8年11月19日14時'), '令和8年11月19日（木） 14:00');
  assert.equal(said('2026-11-19 24:00'), null);
});

test('what is no day stays without an answer', () => {
  for (const text of ['', '8.4.1', 'R7.13.2', '2026-02-29', 'きのう', 'R0.1.1']) assert.equal(said(text), null, text);
});
