/** Which parts of a drawing say something else than what is published. */

const notOwn = new Set(['incoming', 'outgoing', 'laneSet', 'flowNodeRef']);
const inner = /(Event|Task|Gateway|Activity|sequenceFlow|subProcess|textAnnotation|association|group|dataObject|dataStoreReference|dataObjectReference)$/;

/** Ids that are new or changed. */
export function changedIds(xml, base) {
  if (!base) return [];
  const before = said(base);
  return [...said(xml)].filter(([id, text]) => before.get(id) !== text).map(([id]) => id);
}

/** All ids of a model; none of what was never published. */
export function idsIn(xml) {
  return new Set(xml ? said(xml).keys() : []);
}

function said(xml) {
  const parsed = new DOMParser().parseFromString(xml, 'text/xml');
  const parts = new Map();
  for (const element of parsed.querySelectorAll('[id]')) {
    if (/^(BPMN|definitions|collaboration|message$|laneSet)/.test(element.localName) || element.closest('BPMNDiagram, extensionElements')) continue;
    parts.set(element.id, text(element));
  }
  return parts;
}

function text(element) {
  const attributes = [...element.attributes].filter(({ name }) => !name.startsWith('xmlns')).map(({ name, value }) => `${name}=${value}`).sort();
  const children = [...element.children]
    .filter(({ localName }) => !notOwn.has(localName) && !inner.test(localName))
    .map((child) => `${child.localName}(${text(child)})`);
  const words = element.children.length === 0 ? element.textContent.trim() : '';
  return [...attributes, words, ...children].join('|');
}
