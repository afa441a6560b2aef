/** The editor of a table cell, in place of the library's own with its English hints: a plain field that holds a FEEL text. */
export default class FeelCell {
  constructor({ container, onChange = () => {}, value = '', contentAttributes = {} }) {
    this.field = document.createElement('textarea');
    this.field.className = 'feel-cell';
    this.field.rows = 1;
    this.field.spellcheck = false;
    for (const [name, each] of Object.entries(contentAttributes)) this.field.setAttribute(name, each);
    this.field.value = value;
    this.field.addEventListener('input', () => {
      this.grow();
      onChange(this.field.value);
    });
    container.append(this.field);
    this.grow();
  }

  grow() {
    this.field.style.blockSize = 'auto';
    this.field.style.blockSize = `${this.field.scrollHeight + 2}px`;
  }

  setValue(value) {
    if (this.field.value !== value) this.field.value = value;
    this.grow();
  }

  setVariables() {}

  focus(position) {
    this.field.focus();
    if (typeof position === 'number') this.field.setSelectionRange(position, position);
  }

  getSelection() {
    return { ranges: [{ from: this.field.selectionStart, to: this.field.selectionEnd }] };
  }
}

/** What the library asks of its text editor besides. */
export const EditorView = { lineWrapping: null };
