/** What the drawing consists of, in words, and what may be drawn: only what the product's model check lets through. */

const events = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:ConditionalEventDefinition': 'condition',
};

const words = {
  'bpmn:UserTask': '人の仕事',
  'bpmn:ServiceTask': '製品がする処理',
  'bpmn:SendTask': '製品がする処理',
  'bpmn:BusinessRuleTask': '決定表で決める',
  'bpmn:CallActivity': 'ほかの手順を呼ぶ',
  'bpmn:ExclusiveGateway': '分かれ道（どれか1つ）',
  'bpmn:InclusiveGateway': '分かれ道（当てはまるもの全部）',
  'bpmn:ParallelGateway': '同時に進む',
  'bpmn:EventBasedGateway': '先に起きたほうへ',
  'bpmn:SubProcess': 'まとまり',
  'bpmn:StartEvent': '始まり',
  'bpmn:EndEvent': '終わり',
  'bpmn:IntermediateCatchEvent': '待つ',
  'bpmn:IntermediateThrowEvent': '通過点',
  'bpmn:BoundaryEvent': '割り込み',
  'bpmn:ReceiveTask': '知らせを待つ',
  'bpmn:Task': '作業',
  'bpmn:ManualTask': '作業',
  'bpmn:SequenceFlow': '流れの線',
  'bpmn:Lane': '担当の段',
  'bpmn:Participant': '手順の枠',
  'bpmn:Process': '手順の全体',
  'bpmn:Collaboration': '手順の全体',
  'bpmn:TextAnnotation': '注釈',
  'bpmn:Association': '注釈の線',
  'bpmn:Group': '囲み',
};

const eventWords = { message: '知らせ', timer: '時間', terminate: '全部を終える', error: '失敗', condition: '条件' };

export function eventKind(businessObject) {
  return events[businessObject.eventDefinitions?.[0]?.$type] ?? null;
}

export function sayKind(businessObject) {
  const kind = eventKind(businessObject);
  const word = businessObject.triggeredByEvent ? '起きたときの手順' : words[businessObject.$type] ?? '図の一部';
  return kind ? `${word}（${eventWords[kind]}）` : word;
}

/**
 * Building blocks: { id, group, label, sign, type, event, name, attributes }. The product's own steps, decisions and
 * processes are blocks of their own, filled in.
 */
export function blocks(palette) {
  const work = { group: '仕事', type: 'bpmn:UserTask', sign: 'user-task' };
  return [
    { ...work, id: 'user', label: '人の仕事', attributes: { 'camunda:formRefBinding': 'deployment' } },
    { group: '流れ', id: 'exclusive', label: '分かれ道（どれか1つ）', sign: 'gateway-xor', type: 'bpmn:ExclusiveGateway' },
    { group: '流れ', id: 'parallel', label: '同時に進む', sign: 'gateway-parallel', type: 'bpmn:ParallelGateway' },
    { group: '流れ', id: 'eventBased', label: '先に起きたほうへ', sign: 'gateway-eventbased', type: 'bpmn:EventBasedGateway' },
    { group: '流れ', id: 'wait', label: '時間を待つ', sign: 'intermediate-event-catch-timer', type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:TimerEventDefinition' },
    { group: '流れ', id: 'message', label: '知らせを待つ', sign: 'intermediate-event-catch-message', type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:MessageEventDefinition' },
    { group: '流れ', id: 'end', label: '終わり', sign: 'end-event-none', type: 'bpmn:EndEvent' },
    { group: '流れ', id: 'sub', label: 'まとまり', sign: 'subprocess-expanded', type: 'bpmn:SubProcess', expanded: true },
    ...palette.steps.map(({ bean, title }) => ({
      group: '製品がする処理', id: `step-${bean}`, label: title, name: title, sign: 'service-task', type: 'bpmn:ServiceTask',
      attributes: { 'camunda:delegateExpression': `\${${bean}}` },
    })),
    ...palette.decisions.map(({ key, name }) => ({
      group: '決定表で決める', id: `decision-${key}`, label: name, name, sign: 'business-rule-task', type: 'bpmn:BusinessRuleTask',
      attributes: { 'camunda:decisionRef': key, 'camunda:resultVariable': variable(key), 'camunda:mapDecisionResult': 'singleEntry' },
    })),
    ...palette.processes.map(({ key, name }) => ({
      group: 'ほかの手順を呼ぶ', id: `process-${key}`, label: name, name, sign: 'call-activity', type: 'bpmn:CallActivity',
      attributes: { calledElement: key }, handsOver: true,
    })),
  ];
}

/** `support-category` as supportCategory: the fact into which a decision's answer goes. */
export function variable(key) {
  return key.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, letter = '') => letter.toUpperCase()).replace(/^[^A-Za-z]+/, '').replace(/^./, (letter) => letter.toLowerCase()) || 'result';
}

/** What an element can be turned into: [label, icon, target of bpmn-js's replace]. */
export function replacements(businessObject) {
  const type = businessObject.$type;
  const plain = (label, sign, target) => ({ label, sign, target });
  const waits = [
    plain('時間を待つ', 'intermediate-event-catch-timer', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }),
    plain('知らせを待つ', 'intermediate-event-catch-message', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }),
  ];
  if (/:(UserTask|ServiceTask|BusinessRuleTask|CallActivity|Task|ManualTask|SendTask|ReceiveTask)$/.test(type)) {
    return [
      plain('人の仕事', 'user-task', { type: 'bpmn:UserTask' }),
      plain('製品がする処理', 'service-task', { type: 'bpmn:ServiceTask' }),
      plain('決定表で決める', 'business-rule-task', { type: 'bpmn:BusinessRuleTask' }),
      plain('ほかの手順を呼ぶ', 'call-activity', { type: 'bpmn:CallActivity' }),
    ].filter(({ target }) => target.type !== type);
  }
  if (/Gateway$/.test(type)) {
    return [
      plain('分かれ道（どれか1つ）', 'gateway-xor', { type: 'bpmn:ExclusiveGateway' }),
      plain('同時に進む', 'gateway-parallel', { type: 'bpmn:ParallelGateway' }),
      plain('先に起きたほうへ', 'gateway-eventbased', { type: 'bpmn:EventBasedGateway' }),
    ].filter(({ target }) => target.type !== type);
  }
  if (/Intermediate(Catch|Throw)Event$/.test(type)) return waits.filter(({ target }) => target.eventDefinitionType !== businessObject.eventDefinitions?.[0]?.$type);
  if (type === 'bpmn:BoundaryEvent') {
    return ['Timer', 'Message'].flatMap((event) => [true, false].map((stops) => plain(
      `${event === 'Timer' ? '時間が来たら' : '知らせが来たら'}、${stops ? '仕事を止める' : '仕事はつづける'}`,
      `intermediate-event-catch-${stops ? '' : 'non-interrupting-'}${event.toLowerCase()}`,
      { type, eventDefinitionType: `bpmn:${event}EventDefinition`, cancelActivity: stops },
    ))).filter(({ target }) => target.eventDefinitionType !== businessObject.eventDefinitions?.[0]?.$type
      || target.cancelActivity !== businessObject.cancelActivity);
  }
  if (type === 'bpmn:StartEvent' && businessObject.$parent?.triggeredByEvent) {
    return ['Timer', 'Message'].flatMap((event) => [true, false].map((stops) => plain(
      `${event === 'Timer' ? '時間が来たら始める' : '知らせが来たら始める'}（${stops ? 'ほかを止める' : 'ほかはつづける'}）`,
      `start-event-${stops ? '' : 'non-interrupting-'}${event.toLowerCase()}`,
      { type, eventDefinitionType: `bpmn:${event}EventDefinition`, isInterrupting: stops },
    ))).filter(({ target }) => target.eventDefinitionType !== businessObject.eventDefinitions?.[0]?.$type
      || target.isInterrupting !== businessObject.isInterrupting);
  }
  if (type === 'bpmn:EndEvent') {
    return [
      plain('終わり', 'end-event-none', { type }),
      plain('終わり（全部を終える）', 'end-event-terminate', { type, eventDefinitionType: 'bpmn:TerminateEventDefinition' }),
    ].filter(({ target }) => target.eventDefinitionType !== businessObject.eventDefinitions?.[0]?.$type);
  }
  if (type === 'bpmn:SubProcess') {
    return businessObject.triggeredByEvent
      ? [plain('まとまり', 'subprocess-expanded', { type, isExpanded: true })]
      : [plain('起きたときの手順', 'event-subprocess-expanded', { type, triggeredByEvent: true, isExpanded: true })];
  }
  return [];
}
