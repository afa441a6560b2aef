/** A row that saves itself on every change keeps what is entered while the answer is on its way. */

const entries = (row) => [...row.querySelectorAll('input, select, textarea')].filter((entry) => entry.id);
const stateOf = (entry) => (entry.type === 'radio' || entry.type === 'checkbox' ? entry.checked : entry.value);

export function startRows() {
  const sent = new Map();
  let later = [];
  document.body.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (savesItself(detail.elt)) sent.set(detail.elt.id, new Map(entries(detail.elt).map((entry) => [entry.id, stateOf(entry)])));
  });
  document.body.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const before = sent.get(detail.target.id);
    if (before) later = entries(detail.target).filter((entry) => before.get(entry.id) !== stateOf(entry)).map(entered);
  });
  document.body.addEventListener('htmx:afterSettle', () => later.splice(0).forEach(enterAgain));
}

const savesItself = (element) => element.matches('[hx-trigger="change"]');

const entered = (entry) => ({ id: entry.id, state: stateOf(entry), typing: entry === document.activeElement && isText(entry) });
const isText = (entry) => entry.matches('textarea, input:not([type="radio"], [type="checkbox"])');

function enterAgain({ id, state, typing }) {
  const entry = document.getElementById(id);
  if (!entry) return;
  if (typeof state === 'boolean') entry.checked = state;
  else entry.value = state;
  const tell = () => entry.dispatchEvent(new Event('change', { bubbles: true }));
  if (!typing) tell();
  else {
    entry.focus();
    entry.addEventListener('blur', tell, { once: true });
  }
}
