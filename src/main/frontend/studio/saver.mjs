/** Keeps a file on the server soon after each change, and never writes over what somebody else has written. */
import { announce } from '../js/announce.mjs';
import { csrf, renewCsrf } from '../js/csrf.mjs';

const pause = 1500;
const retryAfter = 5000;
const followLimit = 60000; // browsers let a page take 64 KiB along when it goes
const notSaved = '保存できませんでした。つながりしだい、もう一度保存します';
const signedOut = 'サインインが切れました。別の画面でサインインすると、つづけて保存します';

export class Saver {
  /**
   * @param read gives the whole file as text
   * @param saved is told the server's answer: version and findings
   * @param faster is told that somebody else was faster, with the server's sentence
   */
  constructor({ href, version, place, read, saved, faster }) {
    Object.assign(this, { href, version, place, read, saved, faster });
    this.dirty = false;
    this.saving = false;
    this.stopped = false;
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('beforeunload', (event) => { if (this.dirty && !this.stopped && this.tooLongToFollow()) event.preventDefault(); });
    window.addEventListener('online', () => { if (this.dirty) this.save(); });
    document.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        this.save({ said: true });
      }
    });
  }

  changed() {
    this.dirty = true;
    this.later(pause);
    clearTimeout(this.preparing);
    this.preparing = setTimeout(() => this.read().then((text) => { this.current = text; }).catch(() => {}), 100);
    this.tell('まだ保存していません', false);
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  /** One request at a time, so that an older file never overwrites a newer one. */
  async save({ said = false } = {}) {
    if (this.stopped || this.saving) return;
    if (!this.dirty) {
      if (said && !this.place.hidden) announce(this.place.textContent.trim());
      return;
    }
    clearTimeout(this.timer);
    this.saving = true;
    this.dirty = false;
    const outcome = await this.attempt();
    this.saving = false;
    if (outcome.again) this.dirty = true;
    if (outcome.answer) {
      this.version = outcome.answer.version;
      this.saved(outcome.answer);
      if (!this.dirty) this.tell(`${clock()} に保存しました`, false, said);
    } else if (outcome.failed) {
      this.tell(outcome.failed, true, true);
    }
    if (this.dirty && !this.stopped) this.later(outcome.again ? retryAfter : pause);
  }

  async attempt() {
    try {
      this.current = await this.read();
      const first = await this.send(this.current);
      return first.signedOut && await renewCsrf() ? await this.send(this.current) : first;
    } catch (problem) {
      console.warn('The draft was not saved', problem);
      return { failed: notSaved, again: true };
    }
  }

  async send(content, options = {}) {
    const response = await fetch(this.href, {
      method: 'POST',
      headers: { 'Accept': 'application/json', 'Content-Type': 'application/json', ...csrf() },
      body: JSON.stringify({ content, version: this.version }),
      ...options,
    });
    if (response.redirected || response.status === 401 || response.status === 403) {
      return { failed: signedOut, again: true, signedOut: true };
    }
    const answer = await response.json().catch(() => ({}));
    if (response.status === 409) {
      this.stopped = true;
      this.faster(answer.message ?? 'ほかの人が先に変えました。あなたの変更は、まだ保存していません。');
      return { failed: '保存していません' };
    }
    if (response.status === 400 || response.status === 404) {
      this.stopped = true;
      this.faster(answer.message ?? 'この下書きは、もう変えられません。自分の内容を取り出してください。');
      return { failed: '保存していません' };
    }
    return response.ok ? { answer } : { failed: notSaved, again: true };
  }

  /** What is not yet kept goes with the page, as far as a browser carries it. */
  leave() {
    if (this.dirty && !this.stopped && this.current) this.send(this.current, { keepalive: !this.tooLongToFollow() }).catch(() => {});
  }

  tooLongToFollow() {
    return new Blob([this.current ?? '']).size > followLimit;
  }

  tell(sentence, failed, said = false) {
    this.place.hidden = false;
    this.place.classList.toggle('failed', failed);
    this.place.classList.toggle('waiting', !failed && this.dirty);
    this.place.querySelector('use').setAttribute('href', failed ? '#i-late' : this.dirty ? '#i-pen' : '#i-done');
    this.place.querySelector('[data-saved-text]').textContent = sentence;
    if (said) announce(sentence);
  }
}

function clock() {
  return new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' }).format(new Date());
}
