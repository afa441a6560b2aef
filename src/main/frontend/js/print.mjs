/** Buttons with data-print print the page as it stands; what is folded up and marked data-printed is unfolded for it. */
export function startPrint() {
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) window.print();
  });
  let unfolded = [];
  window.addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('details[data-printed]:not([open])')];
    for (const each of unfolded) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of unfolded) each.open = false;
    unfolded = [];
  });
}
