/** The header that proves a request comes from our own page. */
export function csrf() {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  const header = meta('csrf-header');
  return header ? { [header]: meta('csrf-token') } : {};
}

