/** Buttons with data-print print the page as it stands. */
export function startPrint() {
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) window.print();
  });
}
