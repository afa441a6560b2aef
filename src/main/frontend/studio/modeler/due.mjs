/** When something is due: one of the rules of the product, or an own one, and the day it would give today. */
import { knownFacts } from './conditions.mjs';
import { dayFields } from './days.mjs';
import { field, h, freshId, input, select } from '../dom.mjs';
import { readFrom, sayFrom, writeFrom } from './plain.mjs';

const own = 'own';
const counted = 'from';
const rule = /^\$\{\s*due\('([^']*)'\)\s*\}$/;

export function dueFields(panel, element, businessObject, property, label) {
  const written = businessObject.get(property) ?? '';
  const { dueRules } = panel.palette;
  const reading = h('p', { class: 'reading', id: freshId('due'), 'aria-live': 'polite' });
  const write = (expression, again = false) => panel.set(element, { [property]: expression || undefined }, again);
  const typing = panel.ownDue?.has(element.id + property) ?? false;
  const from = typing ? null : readFrom(written, 'dueFrom') ?? (panel.fromDue === element.id + property ? { fact: '', count: 7, unit: '日' } : null);
  const say = (choice) => { reading.textContent = choice?.example ? `今日始まったら、${label}は ${choice.example}です。` : choice && choice.label !== choice.expression ? '日は、ケースごとに決まります。' : ''; };
  const choose = (value) => {
    panel.ownDue ??= new Set();
    panel.ownDue.delete(element.id + property);
    panel.fromDue = value === counted ? element.id + property : null;
    if (value === counted) {
      write(undefined, true);
    } else if (value === own) {
      panel.ownDue.add(element.id + property);
      panel.show();
    } else {
      write(value, true);
    }
  };
  const control = select([['', label === '期限' ? 'まだ決めていません' : 'なし'], ...dueRules.map(({ expression, label: words }) => [expression, words]), [counted, 'ある日から数える'], [own, '自分で書く']],
    typing ? own : from ? counted : written, choose, { 'aria-describedby': reading.id });
  const whole = field(label, control);
  if (from) whole.append(dayFields(panel, from, (next) => write(next.fact ? writeFrom(next, 'dueFrom') : undefined, true)));
  if (typing) whole.append(ownRule(panel, written, write, say));
  whole.append(reading);
  if (from?.fact) reading.textContent = `${sayFrom(from, knownFacts(panel).find(({ name }) => name === from.fact)?.label ?? from.fact)}${from.count > 0 ? '以内' : ''}`;
  else say(dueRules.find(({ expression }) => expression === written));
  return [whole];
}

function ownRule(panel, written, write, say) {
  const problem = h('p', { class: 'error-text', role: 'alert', hidden: true });
  const control = input(rule.exec(written)?.[1] ?? written, async (value) => {
    problem.hidden = true;
    control.removeAttribute('aria-invalid');
    if (value === '' || value.includes('${')) {
      write(value);
      return;
    }
    const response = await fetch(`${panel.draftHref}/due?rule=${encodeURIComponent(value)}`, { headers: { 'Accept': 'application/json' } });
    const answer = await response.json().catch(() => ({}));
    if (response.ok) {
      if (!panel.palette.dueRules.some(({ expression }) => expression === answer.expression)) panel.palette.dueRules.push(answer);
      write(answer.expression);
      say(answer);
    } else {
      problem.textContent = answer.message ?? '期限の決まりを読めませんでした。';
      problem.hidden = false;
      control.setAttribute('aria-invalid', 'true');
    }
  }, { 'aria-label': '期限の決まり', class: 'next-choice', placeholder: '例 +5営、+21日、P3M' });
  return h('div', {}, control, problem);
}
