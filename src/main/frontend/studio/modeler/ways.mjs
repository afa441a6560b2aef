/** Where the flow goes on from here: to read, to join with other boxes and to part from them without drawing a line by hand. */
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { h, freshId, select } from '../dom.mjs';
import { sayKind } from './kinds.mjs';

const called = (node) => node?.name || `（名前なし）${node ? sayKind(node) : ''}`;

export function waysField(panel, element, businessObject) {
  if (is(businessObject, 'bpmn:EndEvent') || businessObject.triggeredByEvent) return null;
  const registry = panel.get('elementRegistry');
  const flows = (businessObject.outgoing ?? []).filter((flow) => registry.get(flow.id));
  const row = (flow) => h('li', {},
    h('button', { type: 'button', class: 'linklike', title: '線を選ぶ', onclick: () => panel.get('selection').select(registry.get(flow.id)) },
      flow.name ? `${flow.name} → ${called(flow.targetRef)}` : called(flow.targetRef)),
    businessObject.default === flow ? '（ほかに当てはまらないとき）' : '',
    panel.mine ? [' ', h('button', { type: 'button', class: 'button in-row', 'aria-label': `「${called(flow.targetRef)}」への線を消す`, onclick: () => cut(panel, flow) }, '消す')] : []);
  const label = h('p', { class: 'label' }, '次に進む先');
  return h('div', { class: 'field ways' }, label,
    flows.length > 0 ? h('ul', { class: 'plain-list' }, ...flows.map(row)) : h('p', { class: 'quiet small' }, 'まだ、ありません。'),
    panel.mine ? joining(panel, element, businessObject, flows) : null);
}

function cut(panel, flow) {
  panel.write(() => panel.get('modeling').removeConnection(panel.get('elementRegistry').get(flow.id)), true);
}

function joining(panel, element, businessObject, flows) {
  const rules = panel.get('rules');
  const there = new Set(flows.map(({ targetRef }) => targetRef));
  const targets = panel.get('elementRegistry').filter((each) => !each.labelTarget && each !== element && is(each, 'bpmn:FlowNode')
    && each.businessObject.$parent === businessObject.$parent && !there.has(each.businessObject)
    && rules.allowed('connection.create', { source: element, target: each })?.type === 'bpmn:SequenceFlow');
  if (targets.length === 0) return null;
  return select([['', 'ほかの箱へ線をつなぐ'], ...targets.map((each) => [each.id, called(each.businessObject)])], '', (id) => {
    const target = panel.get('elementRegistry').get(id);
    if (target) panel.write(() => panel.get('modeling').connect(element, target, { type: 'bpmn:SequenceFlow' }), true);
  }, { id: freshId('join'), class: 'next-choice', 'aria-label': 'ほかの箱へ線をつなぐ' });
}
