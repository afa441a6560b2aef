/** Palette, context pad, the menu that turns one thing into another, and the menu of building blocks: all limited to what may be drawn. */
import ContextPadProvider from 'bpmn-js/lib/features/context-pad/ContextPadProvider';
import { blocks, replacements } from './kinds.mjs';
import { lineToStandIn, Placing } from './placing.mjs';

class Tools {
  constructor(create, elementFactory, bpmnFactory, handTool, lassoTool, spaceTool, globalConnect, palette) {
    Object.assign(this, { create, elementFactory, bpmnFactory, handTool, lassoTool, spaceTool, globalConnect });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const tool = (title, sign, act) => ({ group: 'tools', className: `bpmn-icon-${sign}`, title, action: { click: act } });
    const shape = (title, sign, group, attributes) => {
      const start = (event) => this.create.start(event, makeShape(this, attributes));
      return { group, className: `bpmn-icon-${sign}`, title, action: { click: start, dragstart: start } };
    };
    const sub = (event) => {
      const outer = this.elementFactory.createShape({ type: 'bpmn:SubProcess', x: 0, y: 0, isExpanded: true });
      const inner = this.elementFactory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: outer });
      this.create.start(event, [outer, inner], { hints: { autoSelect: [outer] } });
    };
    return {
      'hand-tool': tool('図を動かす', 'hand-tool', (event) => this.handTool.activateHand(event)),
      'lasso-tool': tool('囲んで選ぶ', 'lasso-tool', (event) => this.lassoTool.activateSelection(event)),
      'space-tool': tool('間をあける・つめる', 'space-tool', (event) => this.spaceTool.activateSelection(event)),
      'connect-tool': tool('線でつなぐ', 'connection-multi', (event) => this.globalConnect.start(event)),
      'separator': { group: 'tools', separator: true },
      'create.start': shape('始まり', 'start-event-none', 'event', { type: 'bpmn:StartEvent' }),
      'create.wait': shape('時間を待つ（箱のふちに置くと割り込み）', 'intermediate-event-catch-timer', 'event', { type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:TimerEventDefinition' }),
      'create.message': shape('知らせを待つ（箱のふちに置くと割り込み）', 'intermediate-event-catch-message', 'event', { type: 'bpmn:IntermediateCatchEvent', event: 'bpmn:MessageEventDefinition' }),
      'create.end': shape('終わり', 'end-event-none', 'event', { type: 'bpmn:EndEvent' }),
      'create.gateway': shape('分かれ道', 'gateway-xor', 'gateway', { type: 'bpmn:ExclusiveGateway' }),
      'create.task': shape('人の仕事', 'user-task', 'activity', { type: 'bpmn:UserTask', attributes: { 'camunda:formRefBinding': 'deployment' } }),
      'create.sub': { group: 'activity', className: 'bpmn-icon-subprocess-expanded', title: 'まとまり', action: { click: sub, dragstart: sub } },
      'create.annotation': shape('注釈', 'text-annotation', 'artifact', { type: 'bpmn:TextAnnotation' }),
    };
  }
}
Tools.$inject = ['create', 'elementFactory', 'bpmnFactory', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect', 'palette'];

/** A new shape for a building block. */
function makeShape({ elementFactory, bpmnFactory }, { type, event, attributes = {}, name, expanded, handsOver }) {
  const businessObject = bpmnFactory.create(type, { ...attributes, ...(name ? { name } : {}) });
  if (handsOver) handOver(bpmnFactory, businessObject);
  return elementFactory.createShape({ type, businessObject, ...(event ? { eventDefinitionType: event } : {}), ...(expanded ? { isExpanded: true } : {}) });
}

/** A called process gets the case and all facts, as the shipped ones do. */
export function handOver(bpmnFactory, businessObject) {
  const values = [bpmnFactory.create('camunda:In', { businessKey: '#{execution.processBusinessKey}' }), bpmnFactory.create('camunda:In', { variables: 'all' })];
  const extensions = bpmnFactory.create('bpmn:ExtensionElements', { values });
  for (const value of values) value.$parent = extensions;
  extensions.$parent = businessObject;
  businessObject.extensionElements = extensions;
}

class Pad extends ContextPadProvider {
  getContextPadEntries(element) {
    const entries = super.getContextPadEntries(element);
    for (const unwanted of ['append.receive-task', 'append.condition-intermediate-event', 'append.signal-intermediate-event', 'append.compensation-activity', 'append.intermediate-event']) {
      delete entries[unwanted];
    }
    if (entries['append.append-task']) {
      entries['append.append-task'] = this.appends('人の仕事をつづける', 'user-task', { type: 'bpmn:UserTask', attributes: { 'camunda:formRefBinding': 'deployment' } });
      entries['append.gateway'] = this.appends('分かれ道をつづける', 'gateway-xor', { type: 'bpmn:ExclusiveGateway' });
      entries['append.more'] = { group: 'model', className: 'banso-more', title: 'ほかの手順をつづける', action: { click: (event, target) => this.blockMenu.open(target, event) } };
    }
    if (entries.replace && replacements(element.businessObject).length === 0) delete entries.replace;
    return entries;
  }

  appends(title, sign, block) {
    const add = (_, source) => this.blockMenu.add(block, source);
    const drag = (event, source) => this._create.start(event, makeShape(this.factories, block), { source });
    return { group: 'model', className: `bpmn-icon-${sign}`, title, action: { click: add, dragstart: drag } };
  }
}
// the provider's own constructor takes what it injects; the rest is set afterwards
Pad.$inject = ContextPadProvider.$inject;

class PadParts {
  constructor(contextPadProvider, blockMenu, autoPlace, elementFactory, bpmnFactory) {
    Object.assign(contextPadProvider, { blockMenu, autoPlaces: autoPlace, factories: { elementFactory, bpmnFactory } });
  }
}
PadParts.$inject = ['contextPadProvider', 'blockMenu', 'autoPlace', 'elementFactory', 'bpmnFactory'];

class Replace {
  constructor(popupMenu, bpmnReplace) {
    this.bpmnReplace = bpmnReplace;
    popupMenu.registerProvider('bpmn-replace', this);
  }

  getPopupMenuEntries(element) {
    if (Array.isArray(element) || element.type === 'label') return {};
    return Object.fromEntries(replacements(element.businessObject).map(({ label, sign, target }, at) => [
      `replace-${at}`, { label, className: `bpmn-icon-${sign}`, action: () => this.bpmnReplace.replaceElement(element, target) },
    ]));
  }
}
Replace.$inject = ['popupMenu', 'bpmnReplace'];

/** Adds a building block after the thing that is selected, or in the middle of what is in sight. */
class BlockMenu {
  constructor(config, popupMenu, selection, canvas, modeling, autoPlace, elementFactory, bpmnFactory, elementRegistry, placing) {
    Object.assign(this, { popupMenu, selection, canvas, modeling, autoPlace, elementFactory, bpmnFactory, elementRegistry, placing });
    this.blocks = blocks(config.palette);
    popupMenu.registerProvider('banso-blocks', this);
  }

  getPopupMenuEntries(target) {
    return Object.fromEntries(this.blocks.map((block) => [`block-${block.id}`, {
      label: block.label, className: `bpmn-icon-${block.sign}`, group: { id: block.group, name: block.group },
      action: () => this.add(block, target),
    }]));
  }

  open(target, event) {
    const box = (event.delegateTarget ?? event.currentTarget ?? event.target).getBoundingClientRect();
    this.popupMenu.open(target ?? this.canvas.getRootElement(), 'banso-blocks', { x: box.left, y: box.bottom + 4, cursor: { x: box.left, y: box.bottom } },
      { title: '手順を足す', width: 320, search: true });
  }

  /** After the selected element where the flow can go on. */
  target() {
    const [only, more] = this.selection.get();
    const businessObject = only?.businessObject;
    if (!more && businessObject?.$instanceOf('bpmn:SequenceFlow') && only.type !== 'label') return only;
    return !more && businessObject?.$instanceOf('bpmn:FlowNode') && !businessObject.$instanceOf('bpmn:EndEvent') && !businessObject.triggeredByEvent && only.type !== 'label' ? only : null;
  }

  add(block, target) {
    const shape = makeShape(this, block);
    if (target?.businessObject?.$instanceOf('bpmn:SequenceFlow')) {
      this.selection.select(this.placing.insert(shape, target.source, target));
      return;
    }
    if (target?.businessObject?.$instanceOf('bpmn:FlowNode')) {
      const line = lineToStandIn(target, shape);
      this.selection.select(line ? this.placing.insert(shape, target, line) : this.placing.append(shape, target));
      return;
    }
    const view = this.canvas.viewbox();
    const root = this.canvas.getRootElement();
    const parent = this.elementRegistry.find(({ type }) => type === 'bpmn:Participant') ?? root;
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const inside = parent === root ? middle : {
      x: Math.min(Math.max(middle.x, parent.x + 120), parent.x + parent.width - 80),
      y: Math.min(Math.max(middle.y, parent.y + 60), parent.y + parent.height - 60),
    };
    this.selection.select(this.modeling.createShape(shape, { x: Math.round(inside.x), y: Math.round(inside.y) }, parent));
  }
}
BlockMenu.$inject = ['config.blocks', 'popupMenu', 'selection', 'canvas', 'modeling', 'autoPlace', 'elementFactory', 'bpmnFactory', 'elementRegistry', 'placing'];

const ALIGNMENTS = [['left', '左をそろえる'], ['center', '左右のまんなかをそろえる'], ['right', '右をそろえる'], ['top', '上をそろえる'], ['middle', '上下のまんなかをそろえる'], ['bottom', '下をそろえる']];

/** Positions and spaces of several boxes, in words instead of the library's icons, whose style the pages do not allow. */
class Aligning {
  constructor(popupMenu, alignElements, distributeElements) {
    Object.assign(this, { popupMenu, alignElements, distributeElements });
    popupMenu.registerProvider('banso-align', this);
  }

  open(elements, box) {
    this.popupMenu.open(elements, 'banso-align', { x: box.left, y: box.bottom + 4, cursor: { x: box.left, y: box.bottom } }, { title: 'そろえる', width: 260 });
  }

  getPopupMenuEntries(elements) {
    const shapes = elements.filter((each) => !each.waypoints && !each.labelTarget);
    const done = (act) => () => {
      act();
      this.popupMenu.close();
    };
    return Object.fromEntries([
      ...ALIGNMENTS.map(([kind, label]) => [`align-${kind}`, { label, className: '', action: done(() => this.alignElements.trigger(shapes, kind)) }]),
      ...(shapes.length > 2 ? [['horizontal', '横の間を同じにする'], ['vertical', '縦の間を同じにする']] : [])
        .map(([kind, label]) => [`distribute-${kind}`, { label, className: '', action: done(() => this.distributeElements.trigger(shapes, kind)) }]),
    ]);
  }
}
Aligning.$inject = ['popupMenu', 'alignElements', 'distributeElements'];

export const toolsModule = {
  __init__: ['paletteProvider', 'contextPadProvider', 'replaceMenuProvider', 'blockMenu', 'padParts', 'aligning'],
  aligning: ['type', Aligning],
  alignElementsContextPadProvider: ['value', null],
  alignElementsMenuProvider: ['value', null],
  distributeElementsMenuProvider: ['value', null],
  paletteProvider: ['type', Tools],
  contextPadProvider: ['type', Pad],
  replaceMenuProvider: ['type', Replace],
  blockMenu: ['type', BlockMenu],
  placing: ['type', Placing],
  padParts: ['type', PadParts],
};
