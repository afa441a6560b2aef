/** The drawing as a table in the order of its flow: for people who do not see it, and to reach each thing by keyboard. */
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { h } from '../dom.mjs';
import { sayKind } from './kinds.mjs';
import { readFrom, readTimer, sayFrom, sayTimer } from './plain.mjs';

/** Flow nodes in the order in which the flow reaches them; those that nothing reaches come last. */
export function inOrder(container) {
  const nodes = (container.flowElements ?? []).filter((each) => is(each, 'bpmn:FlowNode'));
  const starts = nodes.filter((each) => is(each, 'bpmn:StartEvent'));
  const seen = new Set();
  const order = [];
  const queue = [...starts];
  const visit = () => {
    while (queue.length > 0) {
      const node = queue.shift();
      if (!node || seen.has(node)) continue;
      seen.add(node);
      order.push(node);
      for (const boundary of nodes.filter((each) => each.attachedToRef === node)) queue.push(boundary);
      for (const flow of node.outgoing ?? []) queue.push(flow.targetRef);
    }
  };
  visit();
  for (const node of nodes) {
    queue.push(node);
    visit();
  }
  return order;
}

export function showOutline(rows, process, palette, choose) {
  rows.replaceChildren(...lines(process, palette, choose, 0));
}

function lines(container, palette, choose, depth) {
  return inOrder(container).flatMap((node) => [
    h('tr', {},
      h('th', { scope: 'row', class: depth > 0 ? 'inner' : null }, h('button', { type: 'button', class: 'linklike', onclick: () => choose(node.id) }, node.name || `（名前なし）${sayKind(node)}`)),
      h('td', { class: 'keep' }, sayKind(node)), h('td', {}, roles(node, palette)), h('td', {}, work(node, palette)), h('td', {}, due(node, palette))),
    ...(is(node, 'bpmn:SubProcess') ? lines(node, palette, choose, depth + 1) : []),
  ]);
}

function roles(node, palette) {
  return (node.get('camunda:candidateGroups') ?? '').split(',').map((id) => palette.roles.find((role) => role.id === id.trim())?.name ?? id).join('、');
}

function work(node, palette) {
  const named = (list, key, value) => list.find((each) => each[key] === value);
  switch (node.$type) {
    case 'bpmn:UserTask': return named(palette.forms, 'id', node.get('camunda:formRef'))?.title ?? node.get('camunda:formRef') ?? '';
    case 'bpmn:ServiceTask': return named(palette.steps, 'bean', (node.get('camunda:delegateExpression') ?? '').replaceAll(/[${}\s]/g, ''))?.title ?? '';
    case 'bpmn:BusinessRuleTask': return named(palette.decisions, 'key', node.get('camunda:decisionRef'))?.name ?? '';
    case 'bpmn:CallActivity': return named(palette.processes, 'key', node.calledElement)?.name ?? '';
    case 'bpmn:ExclusiveGateway': case 'bpmn:InclusiveGateway':
      return (node.outgoing ?? []).length > 1 ? node.outgoing.map((flow) => `${flow.name || '（答えなし）'} → ${flow.targetRef?.name || sayKind(flow.targetRef)}`).join('、') : '';
    default: return node.eventDefinitions?.[0]?.messageRef ? named(palette.messages, 'name', node.eventDefinitions[0].messageRef.name)?.label ?? node.eventDefinitions[0].messageRef.name : '';
  }
}

function due(node, palette) {
  const named = (from) => ({ ...from, label: palette.facts.find(({ name }) => name === from.fact)?.label ?? from.fact });
  const expression = node.get('camunda:dueDate');
  if (expression) {
    const from = readFrom(expression, 'dueFrom');
    return palette.dueRules.find((each) => each.expression === expression)?.label ?? (from ? `${sayFrom(from, named(from).label)}${from.count > 0 ? '以内' : ''}` : written(expression, palette));
  }
  const definition = node.eventDefinitions?.find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  if (!definition) return '';
  const timer = readTimer({ duration: definition.timeDuration?.body, date: definition.timeDate?.body, cycle: definition.timeCycle?.body });
  if (timer.from) timer.from = named(timer.from);
  return timer.text ? written(timer.text, palette) : sayTimer(timer);
}

/** A day that is a fact of the case, by its name; anything else that stands as an expression. */
function written(expression, palette) {
  const fact = /^\$\{\s*(\w+)\s*\}$/.exec(expression)?.[1];
  return palette.facts.find(({ name }) => name === fact)?.label ?? '式で決まる日';
}
