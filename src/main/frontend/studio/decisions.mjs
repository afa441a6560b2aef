/** A decision as a table: dmn-js, its table editor only, in Japanese. */
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import Editor from 'dmn-js-decision-table/lib/Editor';
import Viewer from 'dmn-js-decision-table/lib/Viewer';
import ExpressionLanguageModule from 'dmn-js-decision-table/lib/features/expression-language';
import ViewDrdModule from 'dmn-js-decision-table/lib/features/view-drd';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import { h, input, field, textarea, toolButton } from './dom.mjs';
import { decisionWords } from './decision-words.mjs';
import { translator } from './words.mjs';

const unwanted = new Set([ViewDrdModule, ExpressionLanguageModule]);
const translate = { translate: ['value', translator(decisionWords)] };

/** Without what the product does not use: the requirements diagram and other expression languages. */
class TableEditor extends Editor {
  getModules() {
    return super.getModules().filter((module) => !unwanted.has(module));
  }
}

class TableViewer extends Viewer {
  getModules() {
    return super.getModules().filter((module) => !unwanted.has(module));
  }
}

class Manager extends EditingManager {
  _getViewProviders() {
    return [{
      id: 'decisionTable',
      constructor: this._options.mine ? TableEditor : TableViewer,
      opens: (element) => element.$type === 'dmn:Decision' && element.decisionLogic?.$type === 'dmn:DecisionTable',
    }];
  }
}

export async function open({ place, file, mine, changed }) {
  const box = place('canvas');
  const table = h('div', { class: 'decision-table' });
  box.append(table);
  const manager = new Manager({
    container: table, mine, moddleExtensions: { camunda },
    decisionTable: { additionalModules: [translate] },
    common: {
      expressionLanguages: { options: [{ value: 'feel', label: 'FEEL' }], defaults: { editor: 'feel', inputCell: 'feel', outputCell: 'feel', inputHeadCell: 'feel', literalExpression: 'feel' } },
      dataTypes: ['string', 'boolean', 'integer', 'number', 'date', 'dateTime'],
    },
  });
  await manager.importXML(file);
  const viewer = manager.getActiveViewer();
  nameTheNumbers(table);
  viewer.on('commandStack.changed', () => {
    changed();
    nameTheNumbers(table);
  });
  const heading = about(manager, viewer, mine, changed);
  box.prepend(heading);
  if (mine) tools(place('toolbar'), viewer);
  return {
    read: async () => (await manager.saveXML({ format: true })).xml,
    select: (id) => select(table, manager, id),
    checked: (own) => markWrong(table, own),
  };
}

/** The library's column of row numbers has an empty head. */
function nameTheNumbers(table) {
  const head = table.querySelector('th.index-column');
  if (head && !head.firstChild) head.append(h('span', { class: 'visually-hidden' }, '行'));
}

/** Name and description, which the table itself does not show well. */
function about(manager, viewer, mine, changed) {
  const decision = manager.getActiveView().element;
  const box = h('fieldset', { class: 'compact-controls decision-about' }, h('legend', { class: 'visually-hidden' }, '決定表'),
    field('決定表の名前', input(decision.name, (name) => {
      decision.name = name;
      changed();
    }, { maxlength: 200 })),
    field('説明', textarea(decision.description, (text) => {
      decision.description = text || undefined;
      changed();
    }, { rows: 2 })));
  box.disabled = !mine;
  return box;
}

function tools(bar, viewer) {
  const stack = viewer.get('commandStack');
  const undo = toolButton('元に戻す', () => stack.canUndo() && stack.undo(), { sign: 'undo' });
  const redo = toolButton('やり直す', () => stack.canRedo() && stack.redo(), { sign: 'redo' });
  const show = () => {
    undo.setAttribute('aria-disabled', String(!stack.canUndo()));
    redo.setAttribute('aria-disabled', String(!stack.canRedo()));
  };
  viewer.on('commandStack.changed', show);
  show();
  bar.prepend(undo, redo, toolButton('行を足す', () => viewer.get('editorActions').trigger('addRule'), { sign: 'plus' }));
}

function select(table, manager, id) {
  const cell = table.querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`);
  cell?.scrollIntoView({ block: 'center' });
  cell?.focus();
}

function markWrong(table, findings) {
  const wrong = new Set(findings.filter(({ severity }) => severity === 'ERROR').map(({ element }) => element));
  for (const cell of table.querySelectorAll('[data-element-id]')) cell.classList.toggle('wrong', wrong.has(cell.dataset.elementId));
}
