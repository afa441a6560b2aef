/**
 * The keyboard. Single letters work only while no field has the focus, and not at all when the person switched them off
 * (in the list of keys, kept in this browser) or the page says `data-single-keys="off"` on its body.
 */
import { openDialog } from './dialogs.mjs';

const setting = 'banso.singleKeys';
const writing = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

const letters = {
  '/': () => focus(document.querySelector('[data-search], #find')),
  '?': () => openDialog('keys'),
  j: () => move(1),
  k: () => move(-1),
  x: () => row()?.querySelector('.pick input')?.click(),
  c: () => (row()?.querySelector('[data-claim]') ?? document.querySelector('.notices [data-claim]'))?.click(),
  Enter: (event) => event.target === document.body && row()?.querySelector('a[href]')?.click(),
};

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) withControl(event);
    else if (!event.altKey) single(event);
  });
  document.addEventListener('focusin', (event) => markRow(event.target.closest?.('tr[data-row]')));
  startSwitch(document.querySelector('[data-single-keys-switch]'));
}

function withControl(event) {
  const form = event.target.closest?.('form[data-step]') ?? document.querySelector('form[data-step]');
  if (!form || document.querySelector('dialog[open]')) return;
  if (event.key === 's') {
    event.preventDefault();
    form.dispatchEvent(new CustomEvent('banso:save'));
  } else if (event.key === 'Enter') {
    event.preventDefault();
    const forward = form.querySelector('.form-actions .primary');
    if (forward) form.requestSubmit(forward);
  }
}

function single(event) {
  const act = letters[event.key];
  if (!act || !allowed() || event.target.closest?.(writing) || document.querySelector('dialog[open]')) return;
  if (event.key !== 'Enter') event.preventDefault();
  act(event);
}

function allowed() {
  return document.body.dataset.singleKeys !== 'off' && stored() !== 'off';
}

function stored() {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

function startSwitch(box) {
  if (!box) return;
  box.checked = stored() !== 'off';
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(setting, box.checked ? 'on' : 'off');
    } catch {
      // without storage the choice lasts as long as the page
      document.body.dataset.singleKeys = box.checked ? 'on' : 'off';
    }
  });
}

const rows = () => [...document.querySelectorAll('tr[data-row]')];
const row = () => document.querySelector('tr[data-row].at');

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(row());
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
  focus(all[next].querySelector('a[href]'));
}

function markRow(now) {
  if (!now) return;
  for (const each of rows()) each.classList.toggle('at', each === now);
}

function focus(target) {
  if (!target) return;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
