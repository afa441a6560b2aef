import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshKey, move, newField, readShown, setKind, setProperty, writeShown } from '../studio/form-model.mjs';

test('what hides a field is read as what shows it, and written back the same', () => {
  for (const hide of ['=stillWorking != "yes"', '=interviewResult != "hired" and interviewResult != "trial"']) {
    const component = { conditional: { hide } };
    writeShown(component, readShown(hide));
    assert.equal(component.conditional.hide, hide);
  }
  assert.equal(readShown('=a != "x" and b != "y"'), null);
  assert.equal(readShown('=count > 3'), null);
});

test('a new field gets a key that nobody has', () => {
  const form = { components: [{ type: 'group', components: [{ type: 'number', key: 'item2' }] }] };
  assert.equal(freshKey(form), 'item3');
  form.components.push(newField(form));
  assert.equal(freshKey(form), 'item4');
});

test('a field that changes its kind keeps what it is called and what the editor does not know', () => {
  const field = { type: 'select', id: 'Field_a', key: 'a', label: '結果', values: [], layout: { row: 'r' }, properties: { fact: 'a', class: 'work' } };
  setKind(field, 'textarea');
  assert.deepEqual(field, { type: 'textarea', id: 'Field_a', key: 'a', label: '結果', layout: { row: 'r' }, properties: { class: 'work' } });
  setKind(field, 'date');
  assert.equal(field.subtype, 'date');
  assert.equal(field.dateLabel, '結果');
  setProperty(field, 'class', '');
  assert.equal('properties' in field, false);
});

test('things move by one place and no farther', () => {
  const list = ['a', 'b', 'c'];
  assert.equal(move(list, 0, -1), false);
  assert.equal(move(list, 0, 1), true);
  assert.deepEqual(list, ['b', 'a', 'c']);
});
