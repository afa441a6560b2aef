/** Forms as lists of parts and fields. Properties that the editor does not know stay as they are. */

export const kinds = [
  ['textfield', '短い文'], ['textarea', '長い文'], ['date', '日付'], ['datetime', '日付と時刻'], ['number', '数'],
  ['radio', '1つ選ぶ（並べる）'], ['select', '1つ選ぶ（一覧から）'], ['checklist', 'いくつでも選ぶ'], ['checkbox', 'はい・いいえ'], ['text', '説明の文'],
];
const chosen = new Set(['radio', 'select', 'checklist']);
const facts = new Set(['number', 'date', 'datetime', 'select', 'radio', 'checkbox']);

export const isGroup = (component) => component.type === 'group';
export const hasOptions = (component) => chosen.has(kindOf(component));
export const mayBeFact = (component) => facts.has(kindOf(component));
export const kindOf = (component) => (component.type === 'datetime' && component.subtype !== 'datetime' ? 'date' : component.type);
export const sayKind = (component) => kinds.find(([kind]) => kind === kindOf(component))?.[1] ?? component.type;
export const title = (component) => (component.type === 'text' ? component.text : component.type === 'datetime' ? component.dateLabel ?? component.label : component.label) ?? '';

export function allFields(form) {
  const inside = (components) => (components ?? []).flatMap((each) => (isGroup(each) ? inside(each.components) : [each]));
  return inside(form.components);
}

/** A key that no field has: 項目 have keys like `item3` until somebody gives a better one. */
export function freshKey(form) {
  const taken = new Set(allFields(form).map(({ key }) => key));
  let at = taken.size + 1;
  while (taken.has(`item${at}`)) at += 1;
  return `item${at}`;
}

export function newField(form) {
  const key = freshKey(form);
  return { type: 'textfield', id: `Field_${key}`, key, label: '' };
}

export function newPart(form) {
  const taken = new Set(form.components.map(({ id }) => id));
  let at = 1;
  while (taken.has(`Part_${at}`)) at += 1;
  return { type: 'group', id: `Part_${at}`, label: '', components: [] };
}

export function setTitle(component, words) {
  if (component.type === 'text') component.text = words;
  else {
    component.label = words;
    if (component.type === 'datetime') component.dateLabel = words;
  }
}

export function setKind(component, kind) {
  const words = title(component);
  delete component.subtype;
  delete component.dateLabel;
  delete component.text;
  component.type = kind === 'date' ? 'datetime' : kind;
  if (component.type === 'datetime') component.subtype = kind;
  setTitle(component, words);
  if (!hasOptions(component)) {
    delete component.values;
    delete component.valuesKey;
  } else if (!component.values && !component.valuesKey) {
    component.values = [{ label: 'はい', value: 'yes' }, { label: 'いいえ', value: 'no' }];
  }
  if (!mayBeFact(component)) setProperty(component, 'fact', '');
  if (kind === 'text') {
    delete component.key;
    delete component.validate;
    delete component.label;
  }
}

export function setProperty(component, name, value) {
  setIn(component, 'properties', name, value);
}

export function setValidation(component, name, value) {
  setIn(component, 'validate', name, value);
}

function setIn(component, place, name, value) {
  component[place] = { ...component[place] };
  if (value === '' || value === null || value === undefined || value === false) delete component[place][name];
  else component[place][name] = value;
  if (Object.keys(component[place]).length === 0) delete component[place];
}

const unequal = /^([A-Za-z]\w*) != "([^"]*)"$/;

/** `=key != "a" and key != "b"` as { key, values }: shown when the answer is one of them. Null for anything else. */
export function readShown(hide) {
  if (!hide) return { key: '', values: [] };
  const parts = hide.replace(/^=\s*/, '').split(/\s+and\s+/).map((part) => unequal.exec(part.trim()));
  if (parts.some((part) => !part) || new Set(parts.map(([, key]) => key)).size !== 1) return null;
  return { key: parts[0][1], values: parts.map(([, , value]) => value) };
}

export function writeShown(component, { key, values }) {
  if (!key || values.length === 0) delete component.conditional;
  else component.conditional = { ...component.conditional, hide: `=${values.map((value) => `${key} != "${value.replaceAll('"', '')}"`).join(' and ')}` };
}

/** Moves by one place within its list; says whether it could. */
export function move(list, from, by) {
  const to = from + by;
  if (to < 0 || to >= list.length) return false;
  list.splice(to, 0, ...list.splice(from, 1));
  return true;
}
