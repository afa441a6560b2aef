/** Says a sentence to people who listen to the page, without moving anything. */
export function announce(sentence) {
  const region = document.getElementById('announce');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = sentence; });
}
