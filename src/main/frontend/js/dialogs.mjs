/**
 * `data-opens="id"` opens a dialog, `data-closes` inside it closes it; one with `data-shown` is open from the start,
 * because what was typed in it was refused. Esc and the return of focus are the browser's.
 */
export function startDialogs() {
  document.querySelector('dialog[data-shown]')?.showModal();
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens]');
    if (opener && opener.getAttribute('aria-disabled') !== 'true') {
      event.preventDefault();
      openDialog(opener.dataset.opens);
    }
    event.target.closest('[data-closes]')?.closest('dialog')?.close();
  });
}

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  dialog.dispatchEvent(new CustomEvent('banso:opens'));
  dialog.showModal();
}
