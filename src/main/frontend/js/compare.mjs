/** Two drawings of one process: what differs is marked on both by colour, line and sign, and the list beside them leads there. */
const kinds = {
  ADDED: { marker: 'cmp-added', sign: '＋', words: '足した', sides: ['after'] },
  REMOVED: { marker: 'cmp-removed', sign: '−', words: '消した', sides: ['before'] },
  CHANGED: { marker: 'cmp-changed', sign: '変', words: '変えた', sides: ['before', 'after'] },
  MOVED: { marker: 'cmp-moved', sign: '移', words: '移した', sides: ['before', 'after'] },
};
const READABLE = 0.8;
/** Room left around what differs. */
const AROUND = 60;

/** Call before the drawings start. */
export function startCompare() {
  const section = document.querySelector('[data-compare]');
  if (!section) return;
  const marks = section.dataset.marks.split(',').map((entry) => {
    const at = entry.lastIndexOf(':');
    return [entry.slice(0, at), kinds[entry.slice(at + 1)]];
  });
  const viewers = new Map();
  section.addEventListener('drawn', ({ target, detail: { viewer } }) => {
    viewers.set(target.dataset.side, viewer);
    for (const [id, kind] of marks) if (kind?.sides.includes(target.dataset.side)) mark(viewer, id, kind);
    lookAtChanges(viewer, marks.map(([id]) => id));
  });
  document.addEventListener('click', (event) => {
    const id = event.target.closest('[data-jump]')?.dataset.jump;
    if (!id) return;
    for (const viewer of viewers.values()) show(viewer, id);
    section.scrollIntoView({ block: 'start' });
  });
}

const drawn = (viewer, id) => {
  const element = viewer.get('elementRegistry').get(id);
  return element && !/:(Participant|Lane|Collaboration|Process)$/.test(element.type) ? element : null;
};

function mark(viewer, id, { marker, sign, words }) {
  const element = drawn(viewer, id);
  if (!element) return;
  viewer.get('canvas').addMarker(element, marker);
  const badge = document.createElement('span');
  badge.className = `compare-sign ${marker}`;
  badge.textContent = sign;
  badge.title = words;
  viewer.get('overlays').add(element, { position: place(element), html: badge });
}

/** What differs, and what stands around it, before the whole drawing: only there words can be read. */
function lookAtChanges(viewer, ids) {
  const boxes = ids.map((id) => drawn(viewer, id)).filter(Boolean).flatMap((each) => each.waypoints?.map(({ x, y }) => ({ x, y, width: 0, height: 0 })) ?? [each]);
  if (boxes.length === 0) return;
  const canvas = viewer.get('canvas');
  const left = Math.min(...boxes.map(({ x }) => x)) - AROUND;
  const top = Math.min(...boxes.map(({ y }) => y)) - AROUND;
  const width = Math.max(...boxes.map((each) => each.x + each.width)) + AROUND - left;
  const height = Math.max(...boxes.map((each) => each.y + each.height)) + AROUND - top;
  const { outer } = canvas.viewbox();
  const scale = Math.min(outer.width / width, outer.height / height, READABLE);
  if (scale <= canvas.zoom()) return;
  const seen = { width: outer.width / scale, height: outer.height / scale };
  canvas.viewbox({ x: left + (width - seen.width) / 2, y: top + (height - seen.height) / 2, ...seen });
}

/** At the corner of a box, on the middle of a line. */
function place(element) {
  if (!element.waypoints) return { top: -12, left: -12 };
  const [a, b] = longest(element.waypoints);
  const left = Math.min(...element.waypoints.map(({ x }) => x));
  const top = Math.min(...element.waypoints.map(({ y }) => y));
  return { left: (a.x + b.x) / 2 - left - 10, top: (a.y + b.y) / 2 - top - 10 };
}

function longest(points) {
  let best = points.slice(0, 2);
  for (let at = 1; at < points.length; at += 1) {
    const pair = points.slice(at - 1, at + 1);
    if (span(pair) > span(best)) best = pair;
  }
  return best;
}

const span = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);

function show(viewer, id) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  for (const each of registry.filter((element) => canvas.hasMarker(element, 'cmp-here'))) canvas.removeMarker(each, 'cmp-here');
  const element = registry.get(id);
  if (!element) return;
  const [a, b] = element.waypoints ? longest(element.waypoints) : [element, { x: element.x + element.width, y: element.y + element.height }];
  canvas.zoom(READABLE);
  const view = canvas.viewbox();
  canvas.viewbox({ ...view, x: (a.x + b.x) / 2 - view.width / 2, y: (a.y + b.y) / 2 - view.height / 2 });
  canvas.addMarker(element, 'cmp-here');
}
