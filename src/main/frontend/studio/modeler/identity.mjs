/** The word by which a step is known to its form, its code and the record: set once, before the first publication. */
import { field, h, freshId, input } from '../dom.mjs';

const allowed = /^[A-Za-z][A-Za-z0-9_-]{0,60}$/;

export function idField(panel, element, businessObject) {
  const published = panel.published.has(businessObject.id);
  const problem = h('p', { class: 'error-text', id: freshId('id-problem'), role: 'alert', hidden: true });
  const control = input(businessObject.id, (value) => {
    const wrong = value === businessObject.id ? null : objection(panel, value);
    problem.textContent = wrong ?? '';
    problem.hidden = !wrong;
    if (wrong) control.setAttribute('aria-invalid', 'true');
    else {
      control.removeAttribute('aria-invalid');
      if (value !== businessObject.id) panel.set(element, { id: value }, true);
    }
  }, { class: 'code', maxlength: 60, spellcheck: 'false' });
  const help = published
    ? '公開中の版と同じ記号です。変えると、ここにいるケースを移すとき、行き先を選ぶことになります。'
    : '英字で始まる英数字。様式と記録は、この記号で残ります。公開したあとは変えません。';
  const whole = field('記号', control, { help });
  whole.append(problem);
  return { whole, published };
}

function objection(panel, value) {
  if (!allowed.test(value)) return '英字で始まる英数字にしてください。';
  const other = panel.get('elementRegistry').get(value)?.businessObject;
  if (other) return `「${other.name || value}」が使っています。別の記号にしてください。`;
  if (panel.get('moddle').ids.assigned(value)) return 'この図の別のところで使っています。別の記号にしてください。';
  const elsewhere = panel.palette.taken.find(({ id }) => id === value);
  return elsewhere && elsewhere.process !== panel.processObject()?.id ? `「${elsewhere.processName}」の「${elsewhere.name}」が使っています。別の記号にしてください。` : null;
}
