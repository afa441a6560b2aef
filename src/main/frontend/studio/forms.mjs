/** A form as a list of its parts and fields, with what the person who writes will see beside it. */
import { csrf } from '../js/csrf.mjs';
import { startConditions } from '../js/conditions.mjs';
import { h, icon, toolButton } from './dom.mjs';
import { details } from './form-fields.mjs';
import { allFields, isGroup, move, newField, newPart, sayKind, title } from './form-model.mjs';

const previewAfter = 400;
const mostSteps = 100;

export async function open({ place, file, palette, draftHref, mine, changed }) {
  const form = JSON.parse(file);
  form.components ??= [];
  const editor = new FormEditor(form, { place, palette, draftHref, mine, changed });
  editor.show();
  editor.preview();
  return {
    read: async () => editor.text(),
    select: (key) => editor.open(key),
    checked: (own) => editor.markWrong(own),
  };
}

class FormEditor {
  constructor(form, { place, palette, draftHref, mine, changed }) {
    Object.assign(this, { form, palette, draftHref, mine, told: changed, shared: palette.lists ?? [] });
    this.box = place('canvas');
    this.previewPlace = place('preview-place');
    this.past = [];
    this.ahead = [];
    this.last = this.text();
    this.wrong = new Set();
    this.tools(place('toolbar'));
  }

  text() {
    return `${JSON.stringify(this.form, null, 2)}\n`;
  }

  tools(bar) {
    if (!this.mine) return;
    this.undo = toolButton('元に戻す', () => this.back(this.past, this.ahead), { sign: 'undo' });
    this.redo = toolButton('やり直す', () => this.back(this.ahead, this.past), { sign: 'redo' });
    bar.prepend(this.undo, this.redo,
      toolButton('項目を足す', () => this.add(this.place()), { sign: 'plus' }), toolButton('部分を足す', () => this.addPart(), { sign: 'plus' }));
    this.settleTools();
  }

  settleTools() {
    this.undo?.setAttribute('aria-disabled', String(this.past.length === 0));
    this.redo?.setAttribute('aria-disabled', String(this.ahead.length === 0));
  }

  /** Keeps a step to go back to; `again` builds the list anew. */
  changed(again = true) {
    const now = this.text();
    if (now === this.last) return;
    this.past.push(this.last);
    if (this.past.length > mostSteps) this.past.shift();
    this.ahead.length = 0;
    this.last = now;
    this.after(again);
  }

  back(from, to) {
    if (from.length === 0) return;
    to.push(this.last);
    this.last = from.pop();
    this.form = JSON.parse(this.last);
    this.after(true);
  }

  after(again) {
    this.settleTools();
    if (again) this.show();
    this.preview();
    this.told();
  }

  /** The list in which the open field stands; the last part otherwise. */
  place() {
    const lists = this.lists();
    return lists.find((list) => list.some(({ id }) => id === this.opened)) ?? lists.at(-1);
  }

  lists() {
    const parts = this.form.components.filter(isGroup).map((part) => (part.components ??= []));
    return [this.form.components, ...parts];
  }

  add(list) {
    const made = newField(this.form);
    const after = list.findIndex(({ id }) => id === this.opened);
    list.splice(after < 0 ? list.length : after + 1, 0, made);
    this.opened = made.id;
    this.changed();
    this.box.querySelector('.form-field.open input')?.focus();
  }

  addPart() {
    const part = newPart(this.form);
    this.form.components.push(part);
    this.changed();
    [...this.box.querySelectorAll('.form-part-name')].at(-1)?.focus();
  }

  open(key) {
    const found = allFields(this.form).find((each) => each.key === key || each.id === key);
    if (!found) return;
    this.opened = found.id;
    this.show();
    const row = this.box.querySelector('.form-field.open');
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector('button')?.focus();
  }

  markWrong(findings) {
    this.wrong = new Set(findings.filter(({ severity }) => severity === 'ERROR').map(({ element }) => element));
    for (const row of this.box.querySelectorAll('[data-key]')) row.classList.toggle('wrong', this.wrong.has(row.dataset.key));
  }

  show() {
    const focused = this.box.contains(document.activeElement) ? document.activeElement.dataset.field : null;
    const { components } = this.form;
    this.box.replaceChildren(
      components.length === 0 ? h('p', { class: 'quiet' }, '項目は、まだありません。「項目を足す」で始めます。') : '',
      h('ol', { class: 'form-fields' }, ...components.map((each, at) => (isGroup(each) ? this.part(each, at) : this.row(each, components, at)))),
    );
    if (focused) [...this.box.querySelectorAll('[data-field]')].find(({ dataset }) => dataset.field === focused)?.focus();
  }

  part(part, at) {
    const name = h('input', { class: 'form-part-name', 'aria-label': '部分の名前', placeholder: '部分の名前', autocomplete: 'off', value: part.label ?? '', 'data-field': `part-${part.id}`, onchange: (event) => {
      part.label = event.target.value.trim();
      this.changed(false);
    } });
    name.disabled = !this.mine;
    return h('li', { class: 'form-group' },
      h('div', { class: 'form-part-row' }, name, this.movers(this.form.components, at, part.label || '部分'),
        this.mine && (part.components ?? []).length === 0 ? this.remover(this.form.components, at, part.label || '部分') : ''),
      h('ol', {}, ...(part.components ?? []).map((each, place) => this.row(each, part.components, place))));
  }

  row(component, list, at) {
    const open = component.id === this.opened;
    const words = title(component) || '（名前なし）';
    const marks = [sayKind(component), component.validate?.required ? '必須' : null, component.properties?.known ? '前の答えを見せる' : null, component.properties?.fact ? '分かれ道に使う' : null].filter(Boolean).join('・');
    const opener = h('button', { type: 'button', class: 'form-field-name', 'aria-expanded': String(open), 'data-field': `row-${component.id}`, onclick: () => {
      this.opened = open ? null : component.id;
      this.show();
    } }, h('span', {}, words), h('span', { class: 'quiet small' }, marks));
    return h('li', { class: `form-field${open ? ' open' : ''}${this.wrong.has(component.key) ? ' wrong' : ''}`, 'data-key': component.key ?? component.id },
      h('div', { class: 'form-field-row' }, opener, this.movers(list, at, words), this.mine ? this.remover(list, at, words) : ''),
      open ? details(this, component) : '');
  }

  movers(list, at, words) {
    if (!this.mine) return '';
    const mover = (by, label, sign) => h('button', { type: 'button', class: 'button in-row', 'aria-label': `${words}を${label}`, title: label, 'data-field': `${label}-${list[at].id}`, 'aria-disabled': String(at + by < 0 || at + by >= list.length), onclick: () => {
      if (move(list, at, by)) this.changed();
    } }, sign);
    return h('span', { class: 'movers' }, mover(-1, '上へ', '↑'), mover(1, '下へ', '↓'));
  }

  remover(list, at, words) {
    return h('button', { type: 'button', class: 'button in-row', 'aria-label': `${words}を消す`, title: '消す', onclick: () => {
      list.splice(at, 1);
      this.changed();
    } }, '消す');
  }

  preview() {
    clearTimeout(this.previewing);
    this.previewing = setTimeout(() => this.drawPreview(), previewAfter);
  }

  async drawPreview() {
    const response = await fetch(`${this.draftHref}/preview`, {
      method: 'POST', headers: csrf(), body: new URLSearchParams({ content: this.text() }),
    }).catch(() => null);
    if (!response?.ok) {
      this.previewPlace.replaceChildren(h('p', { class: 'quiet' }, icon('care'), ' いまは、様子を見せられません。'));
      return;
    }
    const body = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-preview-body]');
    const sheet = h('form', { class: 'preview', 'aria-label': '書く人に見える様子', onsubmit: (event) => event.preventDefault() }, ...(body ? [...body.childNodes] : []));
    this.previewPlace.replaceChildren(sheet);
    startConditions(sheet, () => {});
  }
}
