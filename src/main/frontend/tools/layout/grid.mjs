// Puts the nodes on a grid: lanes from top to bottom, columns from left to right.
import { GRID, ROW, flowsOf, hostOf, is, isBoundary, isSub, measures, nodesOf } from './words.mjs';

const SUB_HEAD = 20; // the name of a sub-process

/** Column and row of every node of one scope (a process or a sub-process). */
function place(scope, lanes, places) {
  const nodes = nodesOf(scope).filter((n) => !isBoundary(n));
  const flows = flowsOf(scope);
  const next = new Map(nodes.map((n) => [n, []]));
  flows.forEach((f) => next.get(hostOf(f.sourceRef)).push(f));
  const back = new Set();
  const seen = new Map();
  const sorted = [];
  const visit = (n) => {
    seen.set(n, 'open');
    for (const f of next.get(n)) {
      if (seen.get(f.targetRef) === 'open') back.add(f);
      else if (!seen.has(f.targetRef)) visit(f.targetRef);
    }
    seen.set(n, 'done');
    sorted.unshift(n);
  };
  nodes.filter((n) => is(n, 'StartEvent')).forEach(visit);
  nodes.filter((n) => !seen.has(n)).forEach(visit);
  const laneOf = (n) => Math.max(0, lanes.findIndex((l) => (l.flowNodeRef ?? []).includes(n)));
  const columns = new Map();
  const rows = new Map();
  const taken = new Set();
  for (const n of sorted) {
    const fixed = places[n.id];
    const before = flows.filter((f) => f.targetRef === n && !back.has(f)).map((f) => hostOf(f.sourceRef));
    const column = fixed?.[0] ?? Math.max(0, ...before.map((p) => (columns.get(p) ?? 0) + 1));
    let row = fixed?.[1] ?? 0;
    while (fixed == null && taken.has(`${laneOf(n)}/${column}/${row}`)) row += 1;
    taken.add(`${laneOf(n)}/${column}/${row}`);
    columns.set(n, column);
    rows.set(n, row);
  }
  return { nodes, columns, rows, laneOf };
}

/** Size of a node; a sub-process knows its inner grid first. */
function sizeOf(n, inner) {
  if (isSub(n)) return [inner.get(n).width, inner.get(n).height];
  if (is(n, 'Event')) return [36, 36];
  return is(n, 'Gateway') ? [50, 50] : [measures.task, 80];
}

/** Puts one scope on paper; returns its extent. Boxes are [x, y, width, height]. */
function arrange(scope, lanes, places, boxes, inner) {
  nodesOf(scope).filter(isSub).forEach((s) => {
    const measured = measure(s, places);
    inner.set(s, measured);
  });
  const grid = place(scope, lanes, places);
  const heights = lanes.map(() => []);
  grid.nodes.forEach((n) => {
    const lane = heights[grid.laneOf(n)];
    const needed = isSub(n) ? inner.get(n).height + 60 : ROW;
    const row = grid.rows.get(n);
    for (let i = 0; i <= row; i += 1) lane[i] = Math.max(lane[i] ?? ROW, i === row ? needed : ROW);
  });
  heights.forEach((h) => h.length || h.push(ROW));
  const above = lanes.map((l) => places[`@${l.id}`] ?? 0); // room for lines over the first row
  heights.forEach((h, i) => { h[0] += above[i]; });
  return { grid, heights, above };
}

function measure(sub, places) {
  const { columns, rows } = place(sub, [{ flowNodeRef: [] }], places);
  const count = Math.max(...columns.values()) + 1;
  return { width: count * measures.column - 20, height: (Math.max(...rows.values()) + 1) * ROW + SUB_HEAD };
}

export function setBoxes(scope, lanes, places, boxes, inner, originX, originY) {
  const { grid, heights, above } = arrange(scope, lanes, places, boxes, inner);
  const laneTop = [];
  let y = originY;
  heights.forEach((h, i) => { laneTop[i] = y; y += h.reduce((a, b) => a + b, 0); });
  let right = 0;
  for (const n of grid.nodes) {
    const lane = grid.laneOf(n);
    const row = grid.rows.get(n);
    const top = laneTop[lane] + heights[lane].slice(0, row).reduce((a, b) => a + b, 0);
    const [w, h] = sizeOf(n, inner);
    const room = row === 0 ? above[lane] : 0;
    const middle = top + room + Math.round((heights[lane][row] - room) / 2 / GRID) * GRID;
    const x = originX + grid.columns.get(n) * measures.column + (isSub(n) ? 10 : measures.column / 2 - w / 2);
    boxes.set(n, [x, middle - h / 2, w, h]);
    right = Math.max(right, originX + grid.columns.get(n) * measures.column + (isSub(n) ? w + 20 : measures.column));
    if (isSub(n)) setBoxes(n, [{ flowNodeRef: [] }], places, boxes, inner, x - 10, middle - h / 2 + SUB_HEAD);
  }
  const used = new Map();
  nodesOf(scope).filter(isBoundary).forEach((b) => {
    const [x, yy, w, h] = boxes.get(b.attachedToRef);
    const k = used.get(b.attachedToRef) ?? 0;
    used.set(b.attachedToRef, k + 1);
    const cx = x + (isSub(b.attachedToRef) ? measures.column / 2 - 10 : w - 30) + k * 60;
    boxes.set(b, [cx - 18, yy + h - 18, 36, 36]);
  });
  return { laneTop, heights, bottom: y, right };
}
