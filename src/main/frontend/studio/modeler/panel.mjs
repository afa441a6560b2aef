/** What can be said about the thing that is selected: only what the product's check lets a model say, in plain words. */
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { field, h, input, select, textarea, tick } from '../dom.mjs';
import { conditionFields } from './conditions.mjs';
import { dueFields } from './due.mjs';
import { messageFields, timerFields } from './events.mjs';
import { idField } from './identity.mjs';
import { eventKind, sayKind } from './kinds.mjs';
import { laneFields } from './lanes.mjs';
import { readDays } from './plain.mjs';
import { rolesField } from './roles.mjs';
import { waysField } from './ways.mjs';

export class Panel {
  constructor({ title, body, modeler, palette, draftHref, mine, saveNow, published }) {
    Object.assign(this, { title, body, modeler, palette, draftHref, mine, saveNow, published });
    this.writing = false;
    modeler.on('selection.changed', () => this.show());
    modeler.on('commandStack.changed', () => { if (!this.writing) this.show(); });
    body.addEventListener('change', () => this.body.dataset.touched = 'yes');
  }

  get(service) {
    return this.modeler.get(service);
  }

  /** The selected element; the process as a whole when there is none or more than one. */
  element() {
    const chosen = this.get('selection').get();
    const element = chosen.length === 1 ? chosen[0] : this.get('canvas').getRootElement();
    return element.labelTarget ?? element;
  }

  show() {
    const element = this.element();
    const businessObject = getBusinessObject(element);
    const focused = this.body.contains(document.activeElement) ? document.activeElement.dataset.field : null;
    this.shown = element;
    const parts = this.fields(element, businessObject).flat().filter(Boolean);
    for (const part of parts) {
      const control = part.querySelector('input, select, textarea');
      const name = part.querySelector('label, legend')?.textContent;
      if (control && name) control.dataset.field = name;
    }
    this.title.textContent = sayKind(businessObject);
    const set = h('fieldset', { class: 'compact-controls' }, h('legend', { class: 'visually-hidden' }, sayKind(businessObject)), ...parts);
    set.disabled = !this.mine;
    this.body.replaceChildren(set);
    if (focused) [...this.body.querySelectorAll('[data-field]')].find(({ dataset }) => dataset.field === focused)?.focus();
  }

  /** Changes attributes of the selected element; the panel stays as it is unless `again` asks to build it anew. */
  set(element, properties, again = false) {
    this.write(() => this.get('modeling').updateProperties(element, properties), again);
  }

  setInner(element, inner, properties, again = false) {
    this.write(() => this.get('modeling').updateModdleProperties(element, inner, properties), again);
  }

  write(act, again = false) {
    this.writing = true;
    try {
      act();
    } finally {
      this.writing = false;
    }
    if (again) this.show();
  }

  create(type, properties) {
    return this.get('bpmnFactory').create(type, properties);
  }

  fields(element, businessObject) {
    if (is(businessObject, 'bpmn:Collaboration') || is(businessObject, 'bpmn:Process') || is(businessObject, 'bpmn:Participant')) return this.process(element, businessObject);
    if (is(businessObject, 'bpmn:TextAnnotation')) return [this.text(element, businessObject, 'text', '注釈')];
    if (is(businessObject, 'bpmn:Lane') || is(businessObject, 'bpmn:Group')) return [this.name(element, businessObject)];
    if (is(businessObject, 'bpmn:SequenceFlow')) return [this.name(element, businessObject, '答え（線の名前）'), ...conditionFields(this, element, businessObject)];
    if (!is(businessObject, 'bpmn:FlowNode')) return [h('p', { class: 'quiet' }, 'ここで変えることは、ありません。')];
    const id = idField(this, element, businessObject);
    const special = this.special(element, businessObject);
    return [
      this.name(element, businessObject),
      id.published ? null : id.whole,
      ...special,
      ...laneFields(this, element, businessObject),
      waysField(this, element, businessObject),
      ...this.repeated(element, businessObject),
      this.documentation(element, businessObject),
      id.published ? h('details', { class: 'field more' }, h('summary', {}, '記号'), id.whole) : null,
    ];
  }

  special(element, businessObject) {
    switch (businessObject.$type) {
      case 'bpmn:UserTask': return this.userTask(element, businessObject);
      case 'bpmn:ServiceTask': case 'bpmn:SendTask': return [this.step(element, businessObject)];
      case 'bpmn:BusinessRuleTask': return this.decision(element, businessObject);
      case 'bpmn:CallActivity': return [this.called(element, businessObject)];
      default: return this.event(element, businessObject);
    }
  }

  event(element, businessObject) {
    const kind = eventKind(businessObject);
    if (kind === 'timer') return timerFields(this, element, businessObject.eventDefinitions[0]);
    if (kind === 'message') return messageFields(this, element, businessObject.eventDefinitions[0]);
    return [];
  }

  name(element, businessObject, label = '名前') {
    return field(label, input(businessObject.name, (value) => this.set(element, { name: value || undefined }), { maxlength: 200 }));
  }

  text(element, businessObject, property, label) {
    return field(label, textarea(businessObject[property], (value) => this.set(element, { [property]: value })));
  }

  documentation(element, businessObject, owner = businessObject) {
    const [written] = owner.documentation ?? [];
    return field('説明', textarea(written?.text, (value) => {
      const documentation = value ? [this.create('bpmn:Documentation', { text: value })] : [];
      this.setInner(element, owner, { documentation });
    }, { rows: 4 }), { help: '担当者の画面に出ます。根拠も書きます。' });
  }

  userTask(element, businessObject) {
    return [
      rolesField(this, element, businessObject),
      ...this.form(element, businessObject),
      ...dueFields(this, element, businessObject, 'camunda:dueDate', '期限'),
      h('details', { class: 'field more' }, h('summary', {}, 'ほかの決まり'),
        ...dueFields(this, element, businessObject, 'camunda:followUpDate', '思い出す日'),
        field('急ぐ度合い', input(businessObject.get('camunda:priority'), (value) => this.set(element, { 'camunda:priority': value || undefined }), { inputmode: 'numeric', class: 'tiny' }), { help: '0から999。大きいほど先。空なら50。' })),
    ];
  }

  form(element, businessObject) {
    const { forms } = this.palette;
    const chosen = businessObject.get('camunda:formRef') ?? '';
    const found = forms.find(({ id }) => id === chosen);
    const choose = (value) => this.set(element, { 'camunda:formRef': value || undefined, 'camunda:formRefBinding': value ? 'deployment' : undefined }, true);
    const control = select([['', '選んでください'], ...forms.map(({ id, title }) => [id, title])], chosen, choose, { other: (id) => `${id}（この下書きにありません）` });
    const links = h('div', { class: 'cluster field-links' },
      found ? h('a', { href: `${this.draftHref}/files/${found.fileId}` }, '様式を開く') : null,
      this.mine && !forms.some(({ id }) => id === businessObject.id) ? h('button', { type: 'button', class: 'button in-row', onclick: (event) => this.newForm(element, businessObject, event.target, '') }, '新しい様式を作る') : null,
      this.mine && found && found.id !== businessObject.id && !forms.some(({ id }) => id === businessObject.id) ? h('button', { type: 'button', class: 'button in-row', onclick: (event) => this.newForm(element, businessObject, event.target, found.id) }, 'この様式を写して作る') : null);
    const whole = field('様式', control);
    whole.append(links);
    return [whole];
  }

  /** A form is called like its step: one step, one word. @param like the form whose fields it begins with, or empty */
  async newForm(element, businessObject, button, like) {
    button.setAttribute('aria-busy', 'true');
    await this.saveNow();
    const answer = await this.post('forms', { process: this.processObject()?.id ?? 'other', step: businessObject.id, like });
    button.removeAttribute('aria-busy');
    if (!answer.ok) {
      button.after(h('p', { class: 'error-text', role: 'alert' }, answer.body.message ?? '様式を作れませんでした。'));
      return;
    }
    this.palette.forms.push({ ...answer.body, title: businessObject.name || answer.body.title });
    this.set(element, { 'camunda:formRef': answer.body.id, 'camunda:formRefBinding': 'deployment' }, true);
  }

  async post(path, values) {
    const { csrf } = await import('../../js/csrf.mjs');
    const response = await fetch(`${this.draftHref}/${path}`, { method: 'POST', headers: { 'Accept': 'application/json', ...csrf() }, body: new URLSearchParams(values) });
    return { ok: response.ok, body: await response.json().catch(() => ({})) };
  }

  step(element, businessObject) {
    const written = businessObject.get('camunda:delegateExpression') ?? '';
    const chosen = /^\$\{\s*(\w+)\s*\}$/.exec(written)?.[1] ?? written;
    return field('製品がすること', select([['', '選んでください'], ...this.palette.steps.map(({ bean, title }) => [bean, title])], chosen,
      (value) => this.set(element, { 'camunda:delegateExpression': value ? `\${${value}}` : undefined })));
  }

  decision(element, businessObject) {
    const get = (name) => businessObject.get(`camunda:${name}`) ?? '';
    return [
      field('決定表', select([['', '選んでください'], ...this.palette.decisions.map(({ key, name }) => [key, name])], get('decisionRef'),
        (value) => this.set(element, { 'camunda:decisionRef': value || undefined }))),
      field('答えを入れる値の名前', input(get('resultVariable'), (value) => this.set(element, { 'camunda:resultVariable': value || undefined }), { pattern: '[a-z][A-Za-z0-9]*' }), { help: '英小文字で始まる英数字。分かれ道の条件で使います。' }),
      field('答えの形', select([['singleEntry', '答えは1つの値'], ['singleResult', '答えは1行（値がいくつか）']], get('mapDecisionResult') || 'singleEntry',
        (value) => this.set(element, { 'camunda:mapDecisionResult': value }))),
    ];
  }

  called(element, businessObject) {
    return field('呼ぶ手順', select([['', '選んでください'], ...this.palette.processes.map(({ key, name }) => [key, name])], businessObject.calledElement ?? '',
      (value) => this.set(element, { calledElement: value || undefined })));
  }

  repeated(element, businessObject) {
    if (!is(businessObject, 'bpmn:Activity') || businessObject.triggeredByEvent) return [];
    const loop = businessObject.loopCharacteristics;
    const turn = (on) => this.set(element, { loopCharacteristics: on ? this.create('bpmn:MultiInstanceLoopCharacteristics', { 'camunda:collection': 'items', 'camunda:elementVariable': 'item' }) : undefined }, true);
    if (!loop) return is(businessObject, 'bpmn:UserTask') ? [] : [tick('一覧の1つずつに、くり返す', false, turn)];
    return [
      tick('一覧の1つずつに、くり返す', true, turn),
      field('一覧の値の名前', input(loop.get('camunda:collection'), (value) => this.setInner(element, loop, { 'camunda:collection': value || undefined }))),
      field('1つ分の値の名前', input(loop.get('camunda:elementVariable'), (value) => this.setInner(element, loop, { 'camunda:elementVariable': value || undefined }))),
    ];
  }

  processObject() {
    const root = getBusinessObject(this.get('canvas').getRootElement());
    return is(root, 'bpmn:Process') ? root : root.participants?.find(({ processRef }) => processRef)?.processRef;
  }

  process(element) {
    const process = this.processObject();
    if (!process) return [h('p', { class: 'quiet' }, '手順がありません。')];
    return [
      field('手順の名前', input(process.name, (value) => this.rename(process, value), { maxlength: 200 })),
      this.documentation(element, process),
      field('終わってから記録を残す日数', input(readDays(process.get('camunda:historyTimeToLive')) ?? '', (value) => {
        if (/^\d{1,4}$/.test(value) && Number(value) > 0) this.setInner(element, process, { 'camunda:historyTimeToLive': `P${Number(value)}D` });
      }, { inputmode: 'numeric', class: 'tiny' }), { help: '図の動きの記録です。1825日は5年。' }),
    ];
  }

  /** The frame in the drawing carries the same name. */
  rename(process, name) {
    const frame = this.get('elementRegistry').find(({ type, businessObject }) => type === 'bpmn:Participant' && businessObject.processRef === process);
    const same = frame?.businessObject.name === process.name;
    this.setInner(frame ?? this.get('canvas').getRootElement(), process, { name });
    if (same) this.set(frame, { name });
  }
}
