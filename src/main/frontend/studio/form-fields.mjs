/** All that can be said about one field of a form. */
import { field, h, input, select, textarea, tick } from './dom.mjs';
import { allFields, hasOptions, kindOf, kinds, mayBeFact, readShown, setKind, setProperty, setTitle, setValidation, title, writeShown } from './form-model.mjs';

const classes = [['', '経過（ふつうの記録）'], ['work', '仕事・就労'], ['contact', '連絡先'], ['health', '健康'], ['money', 'お金'], ['assistance', '生活保護'], ['dv', 'DV・虐待']];
const sources = [['', 'ここに書いた選択肢'], ['staff', '職員の一覧'], ['contractorOffices', '委託先の一覧'], ['helloworkOffices', 'ハローワークの一覧']];

export function details(editor, component) {
  const set = (change, again = false) => (value) => {
    change(value);
    editor.changed(again);
  };
  const kind = kindOf(component);
  const words = kind === 'text' ? textarea(component.text, set((value) => setTitle(component, value))) : input(title(component), set((value) => setTitle(component, value), true));
  const parts = [
    field(kind === 'text' ? '説明の文' : '項目の名前', words),
    field('種類', select(kinds, kind, set((value) => setKind(component, value), true), { other: () => component.type })),
  ];
  if (kind !== 'text') parts.push(...question(editor, component, set));
  parts.push(...shown(editor, component, set));
  const box = h('fieldset', { class: 'compact-controls form-details' }, h('legend', { class: 'visually-hidden' }, title(component) || '項目'), ...parts);
  box.disabled = !editor.mine;
  for (const control of box.querySelectorAll('input, select, textarea')) control.dataset.field ??= `${component.id}-${control.closest('.field')?.textContent.slice(0, 20)}`;
  return box;
}

function question(editor, component, set) {
  const property = component.properties ?? {};
  const rules = component.validate ?? {};
  const own = (name) => set((value) => setProperty(component, name, value));
  return [
    field('キー', input(component.key, set((value) => { if (value) component.key = value; }, true)), { help: '記録に残る名前。英小文字で始まる英数字。公開したあとは変えません。' }),
    tick('必ず書く', rules.required === true, set((on) => setValidation(component, 'required', on), true)),
    ...(hasOptions(component) ? options(editor, component, set) : []),
    ...limits(component, rules, property, set, own),
    field('書き方の説明', input(component.description, set((value) => {
      if (value) component.description = value;
      else delete component.description;
    }))),
    field('情報の種類', select(classes, property.class ?? '', own('class')), { help: 'だれに見せてよいかが、これで決まります。' }),
    h('div', { class: 'field' }, h('p', { class: 'label' }, '前の答え'),
      tick('前の答えを見せるだけで、聞かない', property.known === 'true', set((on) => setProperty(component, 'known', on ? 'true' : ''), true)),
      tick('前の答えを入れておく', property.prefill === 'latest', set((on) => setProperty(component, 'prefill', on ? 'latest' : ''))),
      kindOf(component) === 'date' ? tick('今日の日付を入れておく', property.default === 'today', set((on) => setProperty(component, 'default', on ? 'today' : ''))) : null),
    tick('国への報告に使う', property.report === '国', set((on) => setProperty(component, 'report', on ? '国' : ''))),
    tick('ケースの経過の要約に出す', property.summary === 'true', set((on) => setProperty(component, 'summary', on ? 'true' : ''))),
    ...(mayBeFact(component) ? [tick('分かれ道の条件に使う', Boolean(property.fact), set((on) => setProperty(component, 'fact', on ? component.key : ''), true))] : []),
  ];
}

function limits(component, rules, property, set, own) {
  const whole = (name) => set((value) => setValidation(component, name, /^-?\d+$/.test(value) ? Number(value) : ''));
  switch (component.type) {
    case 'textfield': case 'textarea': return [field('文字数の上限', input(rules.maxLength, whole('maxLength'), { inputmode: 'numeric', class: 'tiny' }))];
    case 'number': return [h('div', { class: 'field-row three' },
      field('一番小さい数', input(rules.min, whole('min'), { inputmode: 'numeric' })), field('一番大きい数', input(rules.max, whole('max'), { inputmode: 'numeric' })),
      field('単位', input(property.unit, own('unit'))))];
    default: return [];
  }
}

function options(editor, component, set) {
  const source = field('選択肢', select([...sources, ...editor.shared.map(({ key, name }) => [key, `一覧：${name}`])], component.valuesKey ?? '', set((value) => {
    if (value) {
      component.valuesKey = value;
      delete component.values;
    } else {
      delete component.valuesKey;
      component.values ??= [];
    }
  }, true)));
  if (component.valuesKey) return [source, shared(editor, component)];
  const values = component.values ?? [];
  const rows = values.map((option, at) => h('div', { class: 'option-row' },
    h('input', { 'aria-label': `選択肢 ${at + 1}`, autocomplete: 'off', value: option.label ?? '', onchange: (event) => set((text) => { option.label = text; })(event.target.value.trim()) }),
    h('input', { 'aria-label': `選択肢 ${at + 1} の値`, class: 'code', autocomplete: 'off', value: option.value ?? '', onchange: (event) => set((text) => { option.value = text; })(event.target.value.trim()) }),
    editor.mine ? h('button', { type: 'button', class: 'button in-row', 'aria-label': `選択肢 ${at + 1} を消す`, onclick: () => set(() => values.splice(at, 1), true)() }, '消す') : ''));
  const add = () => set(() => values.push({ label: '', value: freshValue(values) }), true)();
  return [source, h('div', { class: 'field options' }, h('p', { class: 'help' }, '左は見える言葉、右は記録に残る値（英数字）。'), ...rows,
    editor.mine ? h('button', { type: 'button', class: 'button in-row', onclick: add }, '選択肢を足す') : '')];
}

/** What stands in a shared list; it is changed in its own file. */
function shared(editor, component) {
  const list = editor.shared.find(({ key }) => key === component.valuesKey);
  return list ? h('p', { class: 'help' }, `${list.codes.map(({ label }) => label).join('、')}。一覧は「そのほかの決まり」で変えます。`) : '';
}

function freshValue(values) {
  const taken = new Set(values.map(({ value }) => value));
  let at = values.length + 1;
  while (taken.has(`choice${at}`)) at += 1;
  return `choice${at}`;
}

/** What can be answered: the field's own choices, or those of its list. */
function choices(editor, component) {
  return component.values ?? editor.shared.find(({ key }) => key === component.valuesKey)?.codes;
}

/** When the field is shown: always, or for some answers of another field. */
function shown(editor, component, set) {
  const hide = component.conditional?.hide ?? '';
  const read = readShown(hide);
  if (!read) {
    return [field('隠す条件（式）', input(hide, set((value) => {
      if (value) component.conditional = { ...component.conditional, hide: value };
      else delete component.conditional;
    }), { class: 'code' }))];
  }
  const others = allFields(editor.form).filter((each) => each !== component && each.key && choices(editor, each));
  const other = others.find(({ key }) => key === read.key);
  const parts = [field('この項目を見せるとき', select([['', 'いつも'], ...others.map((each) => [each.key, `「${title(each)}」の答えによって`])], read.key, set((key) => {
    writeShown(component, { key, values: key ? [choices(editor, others.find((each) => each.key === key))[0]?.value ?? 'yes'] : [] });
  }, true)))];
  if (other) {
    parts.push(h('div', { class: 'field' }, h('p', { class: 'help' }, '答えが次のどれかのとき'), ...choices(editor, other).map(({ label, value }) => tick(label, read.values.includes(value), set((on) => {
      writeShown(component, { key: read.key, values: choices(editor, other).map((each) => each.value).filter((each) => (each === value ? on : read.values.includes(each))) });
    }, true)))));
  }
  return parts;
}
