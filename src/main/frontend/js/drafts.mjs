/** Keeps what is being written on the server: soon after each pause, on Ctrl+S, and when the page is left. */
import { announce } from './announce.mjs';
import { csrf, renewCsrf } from './csrf.mjs';

const pause = 1500;
const retryAfter = 5000;
const notSaved = '保存できませんでした。つながりしだい、もう一度保存します';
const icons = { saved: '#i-done', failed: '#i-late' };

export function startDraft(form) {
  if (!form.dataset.draft) return;
  const draft = new Draft(form);
  form.addEventListener('input', () => draft.changed());
  form.addEventListener('change', () => draft.changed());
  form.addEventListener('submit', () => draft.stop());
  form.addEventListener('banso:save', () => draft.save({ said: true }));
  form.querySelector('[data-save]')?.addEventListener('click', () => draft.save({ said: true }));
  window.addEventListener('pagehide', () => draft.leave());
  window.addEventListener('online', () => draft.retry());
  window.addEventListener('pageshow', (event) => { if (event.persisted) draft.stopped = false; });
}

class Draft {
  constructor(form) {
    this.form = form;
    this.dirty = false;
    this.saving = false;
    this.stopped = false;
  }

  changed() {
    this.dirty = true;
    this.later(pause);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  retry() {
    if (this.dirty) this.save();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One request at a time, so that an older text never overwrites a newer one. */
  async save({ said = false } = {}) {
    if (this.stopped || this.saving) return;
    clearTimeout(this.timer);
    this.saving = true;
    this.dirty = false;
    const outcome = await this.send()
      .then(async (first) => (first.signedOut && await renewCsrf() ? this.send() : first))
      .catch(() => ({ failed: notSaved, again: true }));
    this.saving = false;
    this.tell(outcome, said);
    if (outcome.again) this.dirty = true;
    if (this.dirty && !outcome.refused) this.later(outcome.again ? retryAfter : pause);
  }

  async send(options = {}) {
    const response = await fetch(this.form.dataset.draft, {
      method: 'POST',
      headers: { 'Accept': 'application/json', ...csrf() },
      body: new URLSearchParams(new FormData(this.form)),
      ...options,
    });
    if (response.redirected || response.status === 401 || response.status === 403) {
      return { failed: 'サインインが切れました。別の画面でサインインすると、つづけて保存します', again: true, signedOut: true };
    }
    if (response.status === 404 || response.status === 409) {
      return { failed: 'ほかの人が先に進めたため、下書きを保存できません。書いた内容は、この画面に残っています', refused: true };
    }
    if (!response.ok) return { failed: notSaved, again: true };
    const answer = await response.json().catch(() => ({}));
    return { savedAt: answer.savedAt ?? clock() };
  }

  leave() {
    if (this.dirty && !this.stopped) this.send({ keepalive: true }).catch(() => {});
  }

  tell({ savedAt, failed }, said) {
    const place = this.form.querySelector('[data-saved]');
    if (!place) return;
    const sentence = failed ?? `${savedAt} に保存しました`;
    place.classList.toggle('failed', Boolean(failed));
    place.querySelector('use')?.setAttribute('href', failed ? icons.failed : icons.saved);
    place.querySelector('[data-saved-text]').textContent = sentence;
    place.hidden = false;
    if (said || failed) announce(sentence);
  }
}

function clock() {
  return new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' }).format(new Date());
}
