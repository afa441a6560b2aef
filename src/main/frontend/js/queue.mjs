/** The queue: choosing several rows, and new work that appears by itself without losing choice or place. */
import htmx from 'htmx.org';
import { announce } from './announce.mjs';

const everySecond = 1000;
const whenUnreachable = 5000;
const queue = () => document.getElementById('queue');

export function startQueue() {
  if (!queue()) return;
  document.addEventListener('change', (event) => { if (event.target.matches('.pick input')) showChoice(); });
  document.addEventListener('click', (event) => { if (event.target.closest('[data-choose-none]')) chooseNone(); });
  document.addEventListener('submit', (event) => { if (event.target.matches('[data-bulk-form]')) sendChoice(event.target); });
  document.body.addEventListener('htmx:afterSwap', showChoice);
  window.addEventListener('pageshow', showChoice);
  // words are looked for with Enter or the button; leaving the field must not ask a second time
  document.getElementById('f-q')?.addEventListener('change', (event) => event.stopPropagation());
  document.getElementById('save-view')?.addEventListener('banso:opens', (event) => {
    if (location.search) event.currentTarget.querySelector('input[name="query"]').value = location.search.slice(1);
  });
  showChoice();
  new Pulse().start();
}

const boxes = () => [...document.querySelectorAll('#queue .pick input')];
const chosen = () => boxes().filter((box) => box.checked);

function showChoice() {
  for (const box of boxes()) box.closest('tr').classList.toggle('selected', box.checked);
  const number = chosen().length;
  for (const place of document.querySelectorAll('[data-chosen-count]')) place.textContent = `${number}件`;
  const bar = document.querySelector('[data-bulk]');
  if (!bar) return;
  if (bar.hidden && number > 0) announce(`${number}件を選んでいます。画面の下で、まとめて動かせます`);
  bar.hidden = number === 0;
  bar.setAttribute('aria-label', `選んだ${number}件にすること`);
}

function chooseNone() {
  for (const box of boxes()) box.checked = false;
  showChoice();
  document.querySelector('tr[data-row].at a[href], tr[data-row] a[href]')?.focus();
}

/** The chosen rows travel with whichever of the bulk forms is sent. */
function sendChoice(form) {
  for (const old of form.querySelectorAll('input[name="taskIds"]')) old.remove();
  for (const box of chosen()) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: 'taskIds', value: box.value });
    form.append(input);
  }
}

const unattended = 10 * 60 * 1000;

/** Asks once a second, while the page is in sight, whether the queue changed; fetches it only then. */
class Pulse {
  start() {
    this.etag = queue().dataset.etag ?? null;
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.later(0); });
    this.touched = Date.now();
    for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
      document.addEventListener(sign, () => {
        const slept = Date.now() - this.touched > unattended;
        this.touched = Date.now();
        if (slept) this.later(0);
      }, { passive: true });
    }
    document.body.addEventListener('htmx:afterSwap', () => { this.etag = queue()?.dataset.etag ?? null; });
    this.later(everySecond);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.beat(), milliseconds);
  }

  async beat() {
    if (document.hidden || !queue()?.dataset.pulse) return;
    // asking must not keep an unattended screen signed in: the session ends on the server as if nothing had asked
    if (Date.now() - this.touched > unattended) return;
    const busy = document.querySelector('dialog[open]');
    const next = busy ? everySecond : await this.ask().catch(() => whenUnreachable);
    if (next) this.later(next);
  }

  async ask() {
    const known = this.etag;
    const response = await fetch(queue().dataset.pulse, {
      headers: { 'Accept': 'application/json', ...(known ? { 'If-None-Match': known } : {}) },
      cache: 'no-store',
    });
    if (response.redirected || response.status === 401 || response.status === 403) return 0;
    if (response.status === 304) return everySecond;
    if (!response.ok) return whenUnreachable;
    this.etag = response.headers.get('ETag');
    if (known && this.etag !== known) await refresh();
    return everySecond;
  }
}

async function refresh() {
  const response = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById('queue');
  if (!fresh) return;
  const before = new Set(boxes().map((box) => box.value));
  const place = keepPlace();
  queue().replaceWith(document.adoptNode(fresh));
  htmx.process(queue());
  const views = page.getElementById('views');
  const shown = document.getElementById('views');
  if (views && shown && !shown.contains(document.activeElement)) shown.replaceWith(document.adoptNode(views));
  place();
  const added = boxes().filter((box) => !before.has(box.value)).length;
  if (added > 0) announce(`新しいやることが${added}件あります`);
}

/** Remembers choice and focus, and gives back what restores them in the new rows. */
function keepPlace() {
  const picked = new Set(chosen().map((box) => box.value));
  const at = document.querySelector('tr[data-row].at')?.dataset.row;
  const active = queue().contains(document.activeElement) ? document.activeElement : null;
  const selector = active?.matches('input') ? '.pick input' : active?.matches('button') ? 'button' : 'a[href]';
  return () => {
    for (const box of boxes()) box.checked = picked.has(box.value);
    const row = at && document.querySelector(`tr[data-row="${CSS.escape(at)}"]`);
    row?.classList.add('at');
    if (active) (row?.querySelector(selector) ?? row?.querySelector('a[href]'))?.focus({ preventScroll: true });
    showChoice();
  };
}
