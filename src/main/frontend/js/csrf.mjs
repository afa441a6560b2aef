/** The header that proves a request comes from our own page. */
export function csrf() {
  const header = meta('csrf-header')?.content;
  return header ? { [header]: meta('csrf-token').content } : {};
}

/** After a new sign-in elsewhere the page's proof is out of date: takes the current one, for requests and for forms. */
export async function renewCsrf() {
  const response = await fetch(location.href, { cache: 'no-store' });
  if (response.redirected || !response.ok) return false;
  const token = meta('csrf-token', new DOMParser().parseFromString(await response.text(), 'text/html'))?.content;
  if (!token || token === meta('csrf-token')?.content) return false;
  meta('csrf-token').content = token;
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = token;
  return true;
}

function meta(name, page = document) {
  return page.querySelector(`meta[name="${name}"]`);
}
