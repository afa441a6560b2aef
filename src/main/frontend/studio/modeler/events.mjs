/** What an event waits for: time in plain words, or a message that somebody sends. */
import { knownFacts } from './conditions.mjs';
import { dayFields } from './days.mjs';
import { field, h, freshId, input, select, textarea } from '../dom.mjs';
import { readTimer, sayTimer, writeTimer } from './plain.mjs';

const kinds = [
  ['D', '何日か後'], ['open', '何営業日か後'], ['W', '何週間か後'], ['M', '何か月か後'], ['H', '何時間か後'],
  ['cycleD', '何日かごとに'], ['cycleW', '何週間かごとに'], ['cycleM', '何か月かごとに'],
  ['from', 'ある日から数えて'], ['date', '日付（式で書く）'], ['duration', '長さ（式で書く）'], ['cycle', 'くり返し（式で書く）'],
];
const properties = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' };

export function timerFields(panel, element, definition) {
  const timer = readTimer({ duration: definition.timeDuration?.body, date: definition.timeDate?.body, cycle: definition.timeCycle?.body });
  if (panel.timerKind?.element === element.id && panel.timerKind.kind === 'from' && timer.kind !== 'from' && !timer.text) Object.assign(timer, { kind: 'from', from: { fact: '', count: 14, unit: '日' } });
  if (timer.from) timer.from.label = knownFacts(panel).find(({ name }) => name === timer.from.fact)?.label;
  const reading = h('p', { class: 'reading', id: freshId('timer'), 'aria-live': 'polite' }, sayTimer(timer));
  const write = (part, again = false) => {
    Object.assign(timer, part);
    const next = writeTimer(timer);
    const values = { timeDuration: undefined, timeDate: undefined, timeCycle: undefined };
    for (const [name, body] of Object.entries(next)) {
      if (body) values[properties[name]] = panel.create('bpmn:FormalExpression', { body });
    }
    panel.setInner(element, definition, values, again);
    reading.textContent = sayTimer(timer);
  };
  const free = ['date', 'duration', 'cycle'].includes(timer.kind);
  const parts = [field('いつ', select(kinds, timer.kind, (kind) => {
    panel.timerKind = { element: element.id, kind };
    if (kind === 'from') {
      for (const key of Object.keys(timer)) delete timer[key];
      write({ kind, from: { fact: '', count: 14, unit: '日' } }, true);
      return;
    }
    const next = { kind, count: timer.count ?? 1, times: timer.times ?? 12, text: '' };
    for (const key of Object.keys(timer)) delete timer[key];
    write(next, true);
  }))];
  if (free && panel.timerKind?.element === element.id && !timer.text) parts[0].querySelector('select').value = panel.timerKind.kind;
  if (timer.kind === 'from') parts.push(dayFields(panel, timer.from, (from) => write({ from }, true)));
  else if (free) parts.push(field('式', textarea(timer.text, (text) => write({ kind: parts[0].querySelector('select').value, text }), { rows: 2, class: 'code' })));
  else parts.push(field('数', input(timer.count, (count) => write({ count: Number(count) }), { inputmode: 'numeric', class: 'tiny' })));
  if (timer.times) parts.push(field('多くても何回', input(timer.times, (times) => write({ times: Number(times) }), { inputmode: 'numeric', class: 'tiny' })));
  parts.at(-1).append(reading);
  return parts;
}

const fresh = 'new';

export function messageFields(panel, element, definition) {
  const root = panel.modeler.getDefinitions();
  const there = (root.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Message');
  const chosen = definition.messageRef?.name ?? '';
  const typing = panel.newMessage === element.id;
  const use = (name) => {
    panel.write(() => {
      let message = there.find((each) => each.name === name);
      if (!message) {
        message = panel.create('bpmn:Message', { id: messageId(name, root), name });
        message.$parent = root;
        panel.get('modeling').updateModdleProperties(element, root, { rootElements: [...root.rootElements, message] });
      }
      panel.get('modeling').updateModdleProperties(element, definition, { messageRef: message });
    });
  };
  const names = new Map(panel.palette.messages.map(({ name, label }) => [name, label]));
  for (const { name } of there) if (!names.has(name)) names.set(name, name);
  const parts = [field('知らせ', select([['', '選んでください'], ...names, [fresh, '新しい知らせ']], typing ? fresh : chosen, (value) => {
    panel.newMessage = value === fresh ? element.id : null;
    if (value && value !== fresh) use(value);
    panel.show();
  }), { help: '知らせが届くと、先へ進みます。' })];
  if (typing) {
    parts.push(field('新しい知らせの名前', input('', (name) => {
      if (!name) return;
      panel.newMessage = null;
      use(name);
      panel.show();
    }, { maxlength: 100 })));
  }
  return parts;
}

function messageId(name, root) {
  const base = `Message_${name.replaceAll(/[^A-Za-z0-9]+/g, '_')}`;
  const taken = new Set(root.rootElements.map(({ id }) => id));
  let id = base;
  for (let at = 2; taken.has(id); at += 1) id = `${base}_${at}`;
  return id;
}
