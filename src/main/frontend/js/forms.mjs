/** Forms of a step: errors take the focus, dates are read back, required items are counted, nothing is sent twice. */
import { startConditions } from './conditions.mjs';
import { readDate, sayDate } from './dates.mjs';
import { startDraft } from './drafts.mjs';

export function startForms() {
  focusErrors();
  for (const input of document.querySelectorAll('[data-date]')) startDate(input);
  for (const form of document.querySelectorAll('form[data-step]')) startStep(form);
  document.addEventListener('submit', refuseTwice);
  window.addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll('[aria-busy="true"]')) button.removeAttribute('aria-busy');
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
}

function focusErrors() {
  const summary = document.querySelector('.error-summary');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const place = document.getElementById(event.target.closest('a')?.hash.slice(1) ?? '');
    const control = place?.matches('input, select, textarea') ? place : place?.querySelector('input, select, textarea');
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.closest('.field')?.scrollIntoView({ block: 'center' });
  });
}

function startDate(input) {
  const reading = document.getElementById(`${input.id}-reading`);
  if (!reading) return;
  const tell = () => {
    const date = readDate(input.value);
    reading.textContent = date ? sayDate(date) : '';
  };
  input.addEventListener('input', tell);
  tell();
}

function startStep(form) {
  const count = () => countRequired(form);
  form.addEventListener('input', count);
  form.addEventListener('change', count);
  form.addEventListener('focusin', (event) => showPart(event.target.closest('[data-part]')));
  startConditions(form, count).then(() => { form.dataset.ready = 'yes'; });
  startDraft(form);
  for (const text of form.querySelectorAll('[data-limit]')) startLimit(text);
  count();
}

function countRequired(form) {
  const required = [...form.querySelectorAll('[data-required]')].filter((field) => !field.hidden);
  const done = required.filter(answered);
  for (const place of document.querySelectorAll('[data-required-counter]')) {
    place.textContent = required.length === 0 ? '' : `必須 ${required.length}項目のうち${done.length}項目を書きました`;
  }
  for (const part of form.querySelectorAll('[data-part]')) markPart(part);
}

function answered(field) {
  const inputs = [...field.querySelectorAll('input, select, textarea')];
  return inputs.some((input) => (/^(radio|checkbox)$/.test(input.type) ? input.checked : input.value.trim() !== ''));
}

function markPart(part) {
  const link = document.querySelector(`.steps a[href="#${part.id}"]`);
  if (!link) return;
  const required = [...part.querySelectorAll('[data-required]')].filter((field) => !field.hidden);
  const written = required.length > 0 ? required.every(answered) : [...part.querySelectorAll('[data-field]')].some(answered);
  link.parentElement.hidden = part.hidden;
  link.parentElement.classList.toggle('past', written);
}

/** The part being written in is the current step of the list beside the form. */
function showPart(part) {
  if (!part) return;
  for (const link of document.querySelectorAll('.steps a')) {
    if (link.hash === `#${part.id}`) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
}

/** Says how many letters are left when it gets tight; counts letters as people do, so 𠮷 is one. */
function startLimit(text) {
  const place = document.getElementById(`${text.id}-limit`);
  const limit = Number(text.dataset.limit);
  if (!place || !limit) return;
  const tell = () => {
    const left = limit - [...text.value].length;
    place.textContent = left < 0 ? `${-left}字多いです` : left <= limit / 10 ? `あと${left}字` : '';
  };
  text.addEventListener('input', tell);
  tell();
}

function refuseTwice(event) {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
}
