/** The drawing of a process: bpmn-js with the tools, words and the panel of this product. */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import SearchModule from 'bpmn-js/lib/features/search';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import japanese from 'bpmn-js-i18n/translations/ja.js';
import { toolButton } from '../dom.mjs';
import { translator } from '../words.mjs';
import { sayKind } from './kinds.mjs';
import { changedIds, idsIn } from './differences.mjs';
import { showOutline } from './outline.mjs';
import { Panel } from './panel.mjs';
import { toolsModule } from './tools.mjs';
import { drawingWords } from './words.mjs';

const font = '"Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif';
/** Pixels that the palette takes from the left. */
const PALETTE = 120;
const translate = { translate: ['value', translator(japanese, drawingWords)] };

export async function open({ page, place, file, base, palette, draftHref, mine, changed, saveNow, findings }) {
  const modeler = create(place('canvas'), palette, mine);
  await modeler.importXML(file);
  showAll(modeler.get('canvas'), mine);
  const drawing = new Drawing(modeler, { place, base, palette });
  const panel = new Panel({ title: place('panel-title'), body: place('panel-body'), modeler, palette, draftHref, mine, saveNow, published: idsIn(base) });
  panel.show();
  tools(place('toolbar'), modeler, mine);
  place('outline').hidden = false;
  drawing.describe();
  drawing.markChanged(file);
  modeler.on('commandStack.changed', () => {
    changed();
    drawing.describe();
  });
  return {
    read: async () => (await modeler.saveXML({ format: true })).xml,
    select: (id) => drawing.select(id),
    nameOf: (id) => drawing.nameOf(id),
    checked: async (own) => {
      drawing.markWrong(own);
      drawing.markChanged((await modeler.saveXML()).xml);
    },
    findings,
  };
}

function create(canvas, palette, mine) {
  const options = {
    container: canvas,
    moddleExtensions: { camunda },
    bpmnRenderer: { defaultStrokeColor: '#4d4d4d', defaultLabelColor: '#1a1a1a' },
    textRenderer: { defaultStyle: { fontFamily: font, fontSize: 12 }, externalStyle: { fontFamily: font, fontSize: 12 } },
    blocks: { palette },
  };
  return mine
    ? new Modeler({ ...options, additionalModules: [translate, toolsModule] })
    : new NavigatedViewer({ ...options, additionalModules: [translate, SearchModule] });
}

class Drawing {
  constructor(modeler, { place, base, palette }) {
    Object.assign(this, { modeler, base, palette });
    this.rows = place('outline-rows');
    this.marked = { 'is-changed': [], 'is-wrong': [] };
  }

  get(service) {
    return this.modeler.get(service);
  }

  process() {
    const root = this.get('canvas').getRootElement().businessObject;
    return root.$type === 'bpmn:Collaboration' ? root.participants?.find(({ processRef }) => processRef)?.processRef : root;
  }

  describe() {
    clearTimeout(this.describing);
    this.describing = setTimeout(() => showOutline(this.rows, this.process() ?? {}, this.palette, (id) => this.select(id)), 50);
  }

  /** The element of this id, or the one that carries it inside (a timer, a message). */
  find(id) {
    const registry = this.get('elementRegistry');
    return registry.get(id) ?? registry.find(({ businessObject }) => businessObject?.eventDefinitions?.some((each) => each.id === id)
      || businessObject?.processRef?.id === id);
  }

  nameOf(id) {
    const businessObject = this.find(id)?.businessObject;
    return businessObject ? businessObject.name || `（名前なし）${sayKind(businessObject)}` : null;
  }

  select(id) {
    const element = this.find(id);
    if (!element) return;
    const canvas = this.get('canvas');
    const box = element.waypoints ? middle(element.waypoints) : { x: element.x + element.width / 2, y: element.y + element.height / 2 };
    if (canvas.zoom() < 0.7) canvas.zoom(0.9);
    const view = canvas.viewbox();
    canvas.viewbox({ ...view, x: box.x - view.width / 2, y: box.y - view.height / 2 });
    this.get('selection').select(element);
    canvas.getContainer().closest('.canvas-frame').scrollIntoView({ block: 'nearest' });
  }

  markWrong(findings) {
    this.mark('is-wrong', findings.filter(({ severity, element }) => severity === 'ERROR' && element).map(({ element }) => this.find(element)?.id));
  }

  markChanged(xml) {
    this.mark('is-changed', changedIds(xml, this.base).map((id) => this.find(id)?.id));
  }

  mark(kind, ids) {
    const canvas = this.get('canvas');
    const registry = this.get('elementRegistry');
    for (const id of this.marked[kind]) if (registry.get(id)) canvas.removeMarker(id, kind);
    this.marked[kind] = [...new Set(ids)].filter((id) => id && registry.get(id) && !/:(Participant|Lane|Collaboration|Process)$/.test(registry.get(id).type));
    for (const id of this.marked[kind]) canvas.addMarker(id, kind);
  }
}

function middle(waypoints) {
  return waypoints[Math.floor(waypoints.length / 2)];
}

/** The whole drawing, beside the palette where there is one. */
function showAll(canvas, mine) {
  canvas.zoom('fit-viewport', 'auto');
  const seen = canvas.viewbox();
  const margin = mine ? PALETTE / seen.scale : 0;
  const wider = seen.outer.width / (seen.outer.width - (mine ? PALETTE : 0));
  canvas.viewbox({ x: seen.x - margin * wider, y: seen.y, width: seen.width * wider, height: seen.height * wider });
}

function severalShapes(elements) {
  return elements.filter((each) => !each.waypoints && !each.labelTarget).length > 1;
}

function tools(bar, modeler, mine) {
  const canvas = modeler.get('canvas');
  const zoom = (factor) => canvas.zoom(Math.min(Math.max(canvas.zoom() * factor, 0.2), 4), 'auto');
  const search = toolButton('探す', () => modeler.get('searchPad').toggle(), { sign: 'search' });
  const sizes = [
    toolButton('', () => zoom(1 / 1.25), { sign: 'minus', 'aria-label': '小さくする', title: '小さくする' }),
    toolButton('', () => zoom(1.25), { sign: 'plus', 'aria-label': '大きくする', title: '大きくする' }),
    toolButton('全体', () => showAll(canvas, mine)),
  ];
  const all = [search, ...sizes];
  if (mine) {
    const stack = modeler.get('commandStack');
    const menu = modeler.get('blockMenu');
    const chosen = () => modeler.get('selection').get();
    const undo = toolButton('元に戻す', () => stack.canUndo() && stack.undo(), { sign: 'undo' });
    const redo = toolButton('やり直す', () => stack.canRedo() && stack.redo(), { sign: 'redo' });
    const show = () => {
      undo.setAttribute('aria-disabled', String(!stack.canUndo()));
      redo.setAttribute('aria-disabled', String(!stack.canRedo()));
    };
    modeler.on('commandStack.changed', show);
    show();
    const remove = toolButton('消す', () => chosen().length > 0 && modeler.get('editorActions').trigger('removeSelection'));
    const align = toolButton('そろえる', (event) => {
      const box = event.currentTarget.getBoundingClientRect();
      if (severalShapes(chosen())) modeler.get('aligning').open(chosen(), box);
    }, { title: '2つ以上を囲んで選ぶと、位置や間をそろえられます' });
    const choice = () => {
      remove.setAttribute('aria-disabled', String(chosen().length === 0));
      align.setAttribute('aria-disabled', String(!severalShapes(chosen())));
    };
    modeler.on('selection.changed', choice);
    choice();
    all.unshift(undo, redo, toolButton('手順を足す', (event) => menu.open(menu.target(), event), { sign: 'plus' }), remove, align);
  }
  bar.prepend(...all);
}
