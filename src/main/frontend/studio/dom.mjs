/** Elements without markup: nothing that was typed can become HTML, and nothing needs a looser content security policy. */
let ids = 0;

/** `on…` attributes are listeners; null, undefined and false leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (value === true) element.setAttribute(name, '');
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name, kind = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `icon ${kind}`.trim());
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

export function freshId(prefix = 's') {
  ids += 1;
  return `${prefix}-${ids}`;
}

export function toolButton(label, act, { sign = null, ...attributes } = {}) {
  return h('button', { type: 'button', class: 'button compact', onclick: act, ...attributes }, sign ? icon(sign) : null, label);
}

/** A label above its control; help between them. */
export function field(label, control, { help = null } = {}) {
  control.id ||= freshId('f');
  const parts = [h('label', { for: control.id }, label)];
  if (help) {
    const helpId = `${control.id}-help`;
    control.setAttribute('aria-describedby', helpId);
    parts.push(h('p', { class: 'help', id: helpId }, help));
  }
  return h('div', { class: 'field' }, ...parts, control);
}

/** @param options [value, label] pairs; a value that is not among them stays, under the words `other(value)` */
export function select(options, value, change, { other = (unknown) => unknown, ...attributes } = {}) {
  const known = options.some(([each]) => each === value);
  const all = known || value === '' || value === undefined ? options : [...options, [value, other(value)]];
  const control = h('select', { ...attributes, onchange: (event) => change(event.target.value) },
    ...all.map(([each, label]) => h('option', { value: each }, label)));
  control.value = value ?? '';
  return control;
}

/** Writes when the person goes on, not at each letter. */
export function input(value, change, attributes = {}) {
  return h('input', { autocomplete: 'off', ...attributes, value: value ?? '', onchange: (event) => change(event.target.value.trim()) });
}

export function textarea(value, change, attributes = {}) {
  return h('textarea', { rows: 3, ...attributes, value: value ?? '', onchange: (event) => change(event.target.value.trim()) });
}

export function tick(label, checked, change) {
  const box = h('input', { type: 'checkbox', onchange: (event) => change(event.target.checked) });
  box.checked = checked;
  return h('div', { class: 'field tick' }, h('div', { class: 'choices' }, h('label', {}, box, label)));
}
