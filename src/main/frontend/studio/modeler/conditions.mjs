/** When a flow is taken: a fact, how it compares, and a value; longer conditions stay as they are written. */
import { field, h, input, select, textarea, tick } from '../dom.mjs';
import { always, namesIn, readCondition, writeCondition } from './plain.mjs';

const words = { '==': 'が次のとき', '!=': 'が次でないとき', '>': 'が次より大きいとき', '>=': 'が次以上のとき', '<': 'が次より小さいとき', '<=': 'が次以下のとき' };

export function conditionFields(panel, element, flow) {
  const source = flow.sourceRef;
  if (!source?.$instanceOf('bpmn:ExclusiveGateway') && !source?.$instanceOf('bpmn:InclusiveGateway') && !flow.conditionExpression) return [];
  const parts = [];
  const isDefault = source.default === flow;
  if (source.$instanceOf('bpmn:ExclusiveGateway') || source.$instanceOf('bpmn:InclusiveGateway')) {
    parts.push(tick('ほかの線に当てはまらないとき、この線に進む', isDefault, (on) => makeDefault(panel, element, source, flow, on)));
  }
  return isDefault ? parts : [...parts, ...condition(panel, element, flow)];
}

function makeDefault(panel, element, source, flow, on) {
  panel.write(() => {
    panel.get('modeling').updateProperties(panel.get('elementRegistry').get(source.id), { default: on ? flow : undefined });
    if (on && flow.conditionExpression) panel.get('modeling').updateProperties(element, { conditionExpression: undefined });
  }, true);
}

function condition(panel, element, flow) {
  const text = flow.conditionExpression?.body ?? '';
  const write = (expression, again) => panel.set(element, {
    conditionExpression: expression ? panel.create('bpmn:FormalExpression', { body: expression }) : undefined,
  }, again);
  const read = readCondition(text);
  const ever = text.replaceAll(/\s/g, '') === always;
  const raw = panel.rawCondition === element.id || (text !== '' && !read && !ever);
  const several = flow.sourceRef?.$instanceOf('bpmn:InclusiveGateway');
  const modes = [['parts', '選んで決める'], ...(several || ever ? [['ever', 'いつも進む']] : []), ['raw', '式で書く']];
  const mode = select(modes, raw ? 'raw' : ever ? 'ever' : 'parts', (value) => {
    panel.rawCondition = value === 'raw' ? element.id : null;
    if (value === 'ever') write(always, true);
    else if (value === 'parts' && text && !read) write('', true);
    else panel.show();
  });
  const how = field('進む条件', mode);
  if (ever && !raw) return [how];
  if (raw) return [how, field('式', textarea(text, (value) => write(value), { class: 'code' }), { help: "例 ${result == 'yes' or count >= 3}" })];
  return [how, ...builder(panel, read ?? { fact: '', operator: '==', value: '', quoted: true }, write)];
}

function builder(panel, read, write) {
  const facts = knownFacts(panel);
  const fact = facts.find(({ name }) => name === read.fact);
  const options = fact?.options ?? [];
  const change = (part, again) => {
    const next = { ...read, ...part };
    const kind = facts.find(({ name }) => name === next.fact);
    if ('fact' in part) next.value = kind?.options?.[0]?.value ?? (kind?.kind === 'checkbox' ? 'true' : kind?.kind === 'number' ? '0' : '');
    next.quoted = !['number', 'checkbox'].includes(kind?.kind) && !(part.fact === undefined && read.quoted === false);
    Object.assign(read, next);
    write(next.fact ? writeCondition(next) : '', again);
  };
  const value = options.length > 0
    ? select(options.map(({ value: each, label }) => [each, label]), read.value, (chosen) => change({ value: chosen }))
    : fact?.kind === 'checkbox'
      ? select([['true', 'はい'], ['false', 'いいえ']], read.value, (chosen) => change({ value: chosen }))
      : input(read.value, (typed) => change({ value: typed }));
  return [
    field('何によって', select([['', '選んでください'], ...facts.map(({ name, label }) => [name, label])], read.fact, (name) => change({ fact: name }, true))),
    ...(read.fact ? [field('比べ方', select(Object.entries(words), read.operator, (operator) => change({ operator }))), field('値', value)] : []),
  ];
}

/** What forms ask for, what decisions answer, and what the model's own conditions name. */
export function knownFacts(panel) {
  const facts = new Map(panel.palette.facts.map((each) => [each.name, each]));
  panel.get('elementRegistry').forEach(({ businessObject }) => {
    const result = businessObject?.get?.('camunda:resultVariable');
    if (result && !facts.has(result)) {
      const answer = panel.palette.answers.find(({ key }) => key === businessObject.get('camunda:decisionRef'));
      facts.set(result, { name: result, label: `${businessObject.name || result}（決定表の答え）`, kind: answer?.kind ?? 'text', options: answer?.options ?? [] });
    }
    for (const name of namesIn(businessObject?.conditionExpression?.body)) {
      if (!facts.has(name)) facts.set(name, { name, label: name, kind: 'text', options: [] });
    }
  });
  return [...facts.values()];
}
