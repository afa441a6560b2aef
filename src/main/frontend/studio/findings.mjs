/** The list of what the check says, beside the editor; choosing one goes to the place it speaks of. */
import { h, icon } from './dom.mjs';

const words = {
  ERROR: ['直さないと公開できない', 'late', 'stop'],
  WARNING: ['確かめてください', 'care', 'care'],
  INFO: ['知らせ', 'info', 'tip'],
};

export class Findings {
  constructor(page) {
    this.page = page;
    this.list = page.querySelector('[data-findings]');
    this.none = page.querySelector('[data-no-findings]');
    this.all = [...this.list.children].map(({ dataset }) => ({ severity: dataset.severity, file: dataset.file, element: dataset.element ?? null }));
    this.list.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      const { file, element } = link?.closest('li')?.dataset ?? {};
      if (!link || file !== page.dataset.file || !this.onChoose) return;
      event.preventDefault();
      if (element) this.onChoose(element);
    });
  }

  /** @param nameOf what the open editor calls an element that has no name */
  callBy(nameOf) {
    this.nameOf = nameOf;
    for (const { dataset, children } of this.list.children) {
      const link = dataset.file === this.page.dataset.file ? children[1]?.querySelector('a') : null;
      if (link && link.textContent === dataset.element) link.textContent = nameOf(dataset.element) ?? dataset.element;
    }
  }

  /** Those of the file that is open. */
  own() {
    return this.all.filter(({ file }) => file === this.page.dataset.file);
  }

  show(findings) {
    this.all = findings;
    this.none.hidden = findings.length > 0;
    this.list.replaceChildren(...findings.map((each) => this.line(each)));
  }

  line({ severity, file, line, element, elementName, message }) {
    const [sentence, sign, kind] = words[severity] ?? words.INFO;
    const link = [...this.page.querySelectorAll('[data-name]')].find(({ dataset }) => dataset.name === file);
    const title = link?.querySelector('span')?.textContent ?? file;
    const own = file === this.page.dataset.file ? this.nameOf?.(element) : null;
    const name = elementName ?? own ?? element;
    const placeText = file === this.page.dataset.file ? name ?? `${line}行目` : name ? `${title}：${name}` : `${title}（${line}行目）`;
    const href = link ? `${link.getAttribute('href')}${element ? `?at=${encodeURIComponent(element)}` : ''}` : null;
    return h('li', { 'data-severity': severity, 'data-file': file, 'data-element': element },
      icon(sign, kind),
      h('div', {}, h('strong', {}, sentence), '　', href ? h('a', { href }, placeText) : placeText),
      h('p', {}, message));
  }
}
