/** A day counted from another day that the case knows: fact, number and unit, in plain words. */
import { field, h, input, select } from '../dom.mjs';
import { knownFacts } from './conditions.mjs';

const units = [['日', '日'], ['週', '週間'], ['月', 'か月'], ['営', '営業日']];

/** The facts that are days. */
export function dayFacts(panel, chosen) {
  const days = knownFacts(panel).filter(({ kind }) => kind === 'datetime').map(({ name, label }) => [name, label]);
  return days.some(([name]) => name === chosen) || !chosen ? days : [...days, [chosen, chosen]];
}

/** @param from { fact, count, unit } */
export function dayFields(panel, from, change) {
  const set = (part) => change({ ...from, ...part });
  return h('div', { class: 'days-from' },
    field('もとの日', select([['', '選んでください'], ...dayFacts(panel, from.fact)], from.fact, (fact) => set({ fact }))),
    h('div', { class: 'field-row' },
      field('数', input(from.count, (count) => set({ count: Math.max(0, Math.trunc(Number(count)) || 0) }), { inputmode: 'numeric', class: 'tiny' })),
      field('単位', select(units, from.unit, (unit) => set({ unit })))));
}
