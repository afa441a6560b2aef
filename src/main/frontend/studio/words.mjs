/** Japanese for what the drawing and table libraries say themselves. */
export function translator(...books) {
  const all = Object.assign({}, ...books);
  return (template, replacements = {}) => (all[template] ?? template)
    .replaceAll(/\{([^}]+)\}/g, (whole, key) => replacements[key] ?? whole);
}
