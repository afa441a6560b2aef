// Draws a BPMN file: one pool with lanes, embedded and event sub-processes expanded inside their lane.
//
//   node layout.mjs model.bpmn [out.bpmn] [places.json]        needs: bpmn-moddle, camunda-bpmn-moddle
//
// places.json: {"<element id>": [column, row], "@<lane id>": room}; rows count inside the element's lane (or sub-process),
// room is extra height over the lane's first row.
// Whatever has no place is put by its distance from the start. Only the picture changes, never the meaning.
import fs from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };

const GRID = 10; // every centre, corner and line lies on this grid
const COL = 180;
const TASK = 140;
const ROW = 140;
const LEFT = 160;
const TOP = 80;
const POOL_HEAD = 60; // pool name and lane name
const SUB_HEAD = 20;
const CHAR = 11.5; // width of one Japanese character of a label
const LABEL = 90; // bpmn-js breaks outside labels at this width

const is = (n, type) => n.$instanceOf(`bpmn:${type}`);
const isBoundary = (n) => n.$type === 'bpmn:BoundaryEvent';
const isSub = (n) => n.$type === 'bpmn:SubProcess';
const hostOf = (n) => (isBoundary(n) ? n.attachedToRef : n);
const nodesOf = (scope) => scope.flowElements.filter((e) => is(e, 'FlowNode'));
const flowsOf = (scope) => scope.flowElements.filter((e) => e.$type === 'bpmn:SequenceFlow');

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
  return is(n, 'Gateway') ? [50, 50] : [TASK, 80];
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
  return { width: count * COL - 20, height: (Math.max(...rows.values()) + 1) * ROW + SUB_HEAD };
}

function setBoxes(scope, lanes, places, boxes, inner, originX, originY) {
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
    const x = originX + grid.columns.get(n) * COL + (isSub(n) ? 10 : COL / 2 - w / 2);
    boxes.set(n, [x, middle - h / 2, w, h]);
    right = Math.max(right, originX + grid.columns.get(n) * COL + (isSub(n) ? w + 20 : COL));
    if (isSub(n)) setBoxes(n, [{ flowNodeRef: [] }], places, boxes, inner, x - 10, middle - h / 2 + SUB_HEAD);
  }
  const used = new Map();
  nodesOf(scope).filter(isBoundary).forEach((b) => {
    const [x, yy, w, h] = boxes.get(b.attachedToRef);
    const k = used.get(b.attachedToRef) ?? 0;
    used.set(b.attachedToRef, k + 1);
    const cx = x + (isSub(b.attachedToRef) ? COL / 2 - 10 : w - 30) + k * 60;
    boxes.set(b, [cx - 18, yy + h - 18, 36, 36]);
  });
  return { laneTop, heights, bottom: y, right };
}

// ---- lines -------------------------------------------------------------------------------------------------------

const DIRS = [[1, 0], [0, 1], [-1, 0], [0, -1]]; // right, down, left, up
const cellKey = (x, y) => y * 4096 + x;

class Paper {
  constructor() {
    this.blocked = new Set();
    this.soft = new Map();
    this.used = [new Map(), new Map()]; // lines lying in a cell: horizontal, vertical
    this.ports = new Map();
  }

  block([x, y, w, h], margin = 4) {
    for (let cx = Math.ceil((x - margin) / GRID); cx <= (x + w + margin) / GRID; cx += 1) {
      for (let cy = Math.ceil((y - margin) / GRID); cy <= (y + h + margin) / GRID; cy += 1) this.blocked.add(cellKey(cx, cy));
    }
  }

  avoid([x, y, w, h], cost) {
    for (let cx = Math.ceil(x / GRID); cx <= (x + w) / GRID; cx += 1) {
      for (let cy = Math.ceil(y / GRID); cy <= (y + h) / GRID; cy += 1) {
        this.soft.set(cellKey(cx, cy), Math.max(cost, this.soft.get(cellKey(cx, cy)) ?? 0));
      }
    }
  }

  /** Price of lying in this cell along the axis (0 horizontal, 1 vertical). */
  price(x, y, axis, flow) {
    let price = this.soft.get(cellKey(x, y)) ?? 0;
    for (const other of this.used[axis].get(cellKey(x, y)) ?? []) {
      if (other.targetRef === flow.targetRef || fansOut(flow, other)) price += 0.6;
      else price += 60;
    }
    if (this.used[1 - axis].has(cellKey(x, y))) {
      price += this.used[1 - axis].get(cellKey(x, y)).every((o) => o.targetRef === flow.targetRef) ? 2 : 14;
    }
    const [sx, sy] = axis === 0 ? [0, 1] : [1, 0];
    for (const side of [-1, 1]) {
      const near = this.used[axis].get(cellKey(x + sx * side, y + sy * side)) ?? [];
      if (near.some((o) => o.targetRef !== flow.targetRef)) price += 1.5;
    }
    return price;
  }

  mark(points, flow) {
    for (let i = 0; i < points.length - 1; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      const axis = a[1] === b[1] ? 0 : 1;
      const steps = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
      for (let s = 0; s <= steps; s += 1) {
        const k = cellKey(a[0] + Math.sign(b[0] - a[0]) * s, a[1] + Math.sign(b[1] - a[1]) * s);
        if (!this.used[axis].has(k)) this.used[axis].set(k, []);
        this.used[axis].get(k).push(flow);
      }
    }
  }
}

/** Branches of one parallel or inclusive gateway may share their first stretch. */
const fansOut = (a, b) => a.sourceRef === b.sourceRef && !is(a.sourceRef, 'ExclusiveGateway');

/** Where lines may touch a node: outside cell, side, edge point and price. */
function portsOf(n, [x, y, w, h], outgoing) {
  const cx = Math.round((x + w / 2) / GRID);
  const cy = Math.round((y + h / 2) / GRID);
  const reach = (length) => Math.ceil((length / 2 + 5) / GRID);
  const rx = reach(w);
  const ry = reach(h);
  const gateway = is(n, 'Gateway');
  const prices = outgoing ? (gateway ? [0, 3, 14, 4] : [0, 7, 24, 8]) : [30, gateway ? 3 : 7, 0, gateway ? 3 : 7];
  const sides = isBoundary(n) ? [1] : [0, 1, 2, 3];
  return sides.map((d) => ({
    d,
    cell: [cx + DIRS[d][0] * rx, cy + DIRS[d][1] * ry],
    point: [x + w / 2 + (DIRS[d][0] * w) / 2, y + h / 2 + (DIRS[d][1] * h) / 2],
    price: prices[d],
  }));
}

class Heap {
  constructor() { this.a = []; }
  push(item) {
    const { a } = this;
    a.push(item);
    for (let i = a.length - 1; i > 0;) {
      const p = (i - 1) >> 1;
      if (a[p][0] <= a[i][0]) break;
      [a[p], a[i]] = [a[i], a[p]];
      i = p;
    }
  }
  pop() {
    const { a } = this;
    const top = a[0];
    const last = a.pop();
    if (a.length) {
      a[0] = last;
      for (let i = 0; ;) {
        let c = 2 * i + 1;
        if (c >= a.length) break;
        if (c + 1 < a.length && a[c + 1][0] < a[c][0]) c += 1;
        if (a[i][0] <= a[c][0]) break;
        [a[c], a[i]] = [a[i], a[c]];
        i = c;
      }
    }
    return top;
  }
}

/** Cheapest right-angled line from source to target inside the frame. */
function route(paper, flow, boxes, frame) {
  const usedBy = (n, d, way) => (paper.ports.get(n)?.[d] ?? []).filter((w) => w === way).length;
  const starts = portsOf(flow.sourceRef, boxes.get(flow.sourceRef), true)
    .map((p) => ({ ...p, price: p.price + (fansOut(flow, flow) ? 0 : 60) * usedBy(flow.sourceRef, p.d, 'out') + 25 * usedBy(flow.sourceRef, p.d, 'in') }));
  const ends = portsOf(flow.targetRef, boxes.get(flow.targetRef), false)
    .map((p) => ({ ...p, price: p.price + usedBy(flow.targetRef, p.d, 'in') + 25 * usedBy(flow.targetRef, p.d, 'out') }));
  const heap = new Heap();
  const best = new Map();
  const open = (cost, x, y, d, from) => {
    const k = cellKey(x, y) * 4 + d;
    if (best.has(k) && best.get(k).cost <= cost) return;
    best.set(k, { cost, from, x, y, d });
    heap.push([cost, k]);
  };
  starts.forEach((p) => paper.blocked.has(cellKey(...p.cell)) || open(p.price, ...p.cell, p.d, null));
  const [fx1, fy1, fx2, fy2] = frame.map((v) => v / GRID);
  let goal = null;
  while (heap.a.length) {
    const [cost, k] = heap.pop();
    if (goal && cost >= goal.cost) break;
    const state = best.get(k);
    if (cost > state.cost) continue;
    for (const e of ends) {
      if (e.cell[0] === state.x && e.cell[1] === state.y && state.d !== e.d) {
        const turn = state.d === (e.d + 2) % 4 ? 0 : 6;
        if (!goal || cost + e.price + turn < goal.cost) goal = { cost: cost + e.price + turn, state, end: e };
      }
    }
    for (let d = 0; d < 4; d += 1) {
      if (d === (state.d + 2) % 4) continue;
      const x = state.x + DIRS[d][0];
      const y = state.y + DIRS[d][1];
      if (x <= fx1 || x >= fx2 || y <= fy1 || y >= fy2 || paper.blocked.has(cellKey(x, y))) continue;
      open(cost + 1 + (d === state.d ? 0 : 6) + paper.price(x, y, d % 2, flow), x, y, d, state);
    }
  }
  if (!goal) throw new Error(`no line for ${flow.id}`);
  const cells = [];
  for (let s = goal.state; s; s = s.from) cells.unshift([s.x, s.y]);
  const start = starts.find((p) => p.cell[0] === cells[0][0] && p.cell[1] === cells[0][1]);
  const note = (n, d, way) => {
    if (!paper.ports.has(n)) paper.ports.set(n, [[], [], [], []]);
    paper.ports.get(n)[d].push(way);
  };
  note(flow.sourceRef, start.d, 'out');
  note(flow.targetRef, goal.end.d, 'in');
  paper.mark(corners(cells), flow);
  return corners([start.point, ...cells.map(([x, y]) => [x * GRID, y * GRID]), goal.end.point]);
}

function corners(points) {
  return points.filter((p, i) => {
    if (i === 0 || i === points.length - 1) return true;
    const [a, b] = [points[i - 1], points[i + 1]];
    return !((a[0] === p[0] && p[0] === b[0]) || (a[1] === p[1] && p[1] === b[1]));
  });
}

// ---- labels ------------------------------------------------------------------------------------------------------

const meets = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
const textSize = (text) => {
  const perLine = Math.floor(LABEL / 11);
  const lines = Math.ceil(text.length / perLine);
  return [Math.min(LABEL, text.length * CHAR), lines * 13.5 + 1];
};

class Labels {
  constructor(boxes, lines, frames) { Object.assign(this, { boxes, lines, frames, set: [] }); }

  badness(box, own) {
    let bad = 0;
    for (const [n, b] of this.boxes) {
      if (isSub(n)) { if (meets(box, b) && !(box[0] > b[0] && box[0] + box[2] < b[0] + b[2] && box[1] > b[1] && box[1] + box[3] < b[1] + b[3])) bad += 50; }
      else if (meets(box, [b[0] - 1, b[1] - 1, b[2] + 2, b[3] + 2])) bad += 100;
    }
    this.set.forEach((l) => { if (meets(box, l)) bad += 100; });
    for (const [flow, points] of this.lines) {
      for (let i = 0; i < points.length - 1; i += 1) {
        const [a, b] = [points[i], points[i + 1]];
        const seg = [Math.min(a[0], b[0]) - 1, Math.min(a[1], b[1]) - 1, Math.abs(a[0] - b[0]) + 2, Math.abs(a[1] - b[1]) + 2];
        if (meets(box, seg)) bad += flow === own ? 25 : 30;
      }
    }
    this.frames.forEach((y) => { if (box[1] < y && box[1] + box[3] > y) bad += 20; });
    return bad;
  }

  choose(candidates, own) {
    let best = null;
    candidates.forEach((c, i) => {
      const bad = this.badness(c, own) + i * 0.7;
      if (!best || bad < best.bad) best = { bad, c };
    });
    this.set.push(best.c);
    if (best.bad > 20) console.warn('  label in the way:', own?.name ?? '', Math.round(best.bad));
    const [x, y, w, h] = best.c;
    return { x: Math.round(x + w / 2 - LABEL / 2), y: Math.round(y), width: LABEL, height: Math.round(h) };
  }

  forNode(n) {
    const [x, y, w, h] = this.boxes.get(n);
    const [tw, th] = textSize(n.name);
    const cx = x + w / 2 - tw / 2;
    const below = [cx, y + h + 4, tw, th];
    const above = [cx, y - th - 4, tw, th];
    const sides = [[x + w + 3, y + h - 6, tw, th], [x + w + 3, y - th + 6, tw, th], [x - tw - 3, y - th + 6, tw, th], [x - tw - 3, y + h - 6, tw, th],
      [x + w + 4, y + h / 2 - th / 2, tw, th], [x + w / 2 + 6, y - th - 8, tw, th], [x + w / 2 - tw - 6, y - th - 8, tw, th], [x + w / 2 + 6, y + h + 4, tw, th], [x + w / 2 - tw - 6, y + h + 4, tw, th]];
    if (is(n, 'Gateway')) [sides[0], sides[1]] = [sides[1], sides[0]];
    return this.choose(is(n, 'Gateway') ? [above, below, ...sides] : [below, ...(isBoundary(n) ? [] : [above]), ...sides], n);
  }

  forFlow(f) {
    const points = this.lines.get(f);
    const [tw, th] = textSize(f.name);
    const out = [];
    const order = points.slice(1).map((_, i) => i);
    if (fansOut(f, f)) order.reverse(); // a shared first stretch says nothing
    for (const i of order) {
      const [a, b] = [points[i], points[i + 1]];
      const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
      const near = i === 0 && f.sourceRef.default === f ? 16 : 4; // keep off the mark of a default flow
      for (let s = near; s <= Math.max(near, length - 8); s += 10) {
        if (a[1] === b[1]) {
          const x = b[0] > a[0] ? a[0] + s : a[0] - s - tw;
          out.push([x, a[1] - th - 2, tw, th], [x, a[1] + 3, tw, th]);
        } else {
          const y = b[1] > a[1] ? a[1] + s : a[1] - s - th;
          out.push([a[0] + 4, y, tw, th], [a[0] - tw - 4, y, tw, th]);
        }
      }
    }
    return this.choose(out, f);
  }
}

// ---- file --------------------------------------------------------------------------------------------------------

async function main([src, dst = src, placesFile]) {
  const places = placesFile ? JSON.parse(fs.readFileSync(placesFile, 'utf8')) : {};
  const moddle = new BpmnModdle({ camunda });
  const { rootElement: definitions } = await moddle.fromXML(fs.readFileSync(src, 'utf8'));
  const collaboration = definitions.rootElements.find((e) => e.$type === 'bpmn:Collaboration');
  const process = definitions.rootElements.find((e) => e.$type === 'bpmn:Process');
  const lanes = process.laneSets?.[0]?.lanes ?? [{ flowNodeRef: nodesOf(process) }];
  const boxes = new Map();
  const extent = setBoxes(process, lanes, places, boxes, new Map(), LEFT + POOL_HEAD, TOP);
  const width = extent.right - LEFT + 20;

  const lines = new Map();
  const draw = (scope, frame) => {
    const paper = new Paper();
    nodesOf(scope).forEach((n) => {
      paper.block(boxes.get(n));
      const [x, y, w, h] = boxes.get(n);
      if (n.name && is(n, 'Event')) paper.avoid([x + w / 2 - 45, y + h, LABEL, textSize(n.name)[1] + 6], 5);
      if (n.name && is(n, 'Gateway')) paper.avoid([x + w / 2 - 45, y - textSize(n.name)[1] - 4, LABEL, textSize(n.name)[1]], 3);
    });
    if (scope === process) extent.laneTop.slice(1).forEach((y) => paper.avoid([LEFT, y - 2, width, 4], 4));
    const length = (f) => {
      const [a, b] = [boxes.get(f.sourceRef), boxes.get(f.targetRef)];
      return Math.abs(a[0] - b[0]) + 2 * Math.abs(a[1] + a[3] / 2 - b[1] - b[3] / 2) + (b[0] < a[0] ? 400 : 0);
    };
    [...flowsOf(scope)].sort((a, b) => length(a) - length(b)).forEach((f) => lines.set(f, route(paper, f, boxes, frame)));
    nodesOf(scope).filter(isSub).forEach((s) => {
      const [x, y, w, h] = boxes.get(s);
      draw(s, [x, y, x + w, y + h]);
    });
  };
  draw(process, [LEFT + POOL_HEAD, TOP, LEFT + width, extent.bottom]);

  const labels = new Labels(boxes, lines, [...extent.laneTop, extent.bottom]);
  const make = (type, attributes) => moddle.create(type, attributes);
  const elements = [];
  const shape = (element, [x, y, w, h], more = {}, label) => elements.push(make('bpmndi:BPMNShape', {
    id: `${element.id}_di`, bpmnElement: element, bounds: make('dc:Bounds', { x, y, width: w, height: h }), ...more,
    ...(label ? { label: make('bpmndi:BPMNLabel', { bounds: make('dc:Bounds', label) }) } : {}),
  }));
  if (collaboration) shape(collaboration.participants[0], [LEFT, TOP, width, extent.bottom - TOP], { isHorizontal: true });
  if (process.laneSets) {
    lanes.forEach((l, i) => shape(l, [LEFT + 30, extent.laneTop[i], width - 30, extent.heights[i].reduce((a, b) => a + b, 0)], { isHorizontal: true }));
  }
  const flat = (scope) => nodesOf(scope).flatMap((n) => (isSub(n) ? [n, ...flat(n)] : [n]));
  const all = flat(process);
  [...all.filter((n) => !isBoundary(n)), ...all.filter(isBoundary)].forEach((n) => {
    const more = isSub(n) ? { isExpanded: true } : n.$type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {};
    shape(n, boxes.get(n), more, n.name && (is(n, 'Event') || is(n, 'Gateway')) ? labels.forNode(n) : null);
  });
  for (const [f, points] of lines) {
    elements.push(make('bpmndi:BPMNEdge', {
      id: `${f.id}_di`, bpmnElement: f, waypoint: points.map(([x, y]) => make('dc:Point', { x, y })),
      ...(f.name ? { label: make('bpmndi:BPMNLabel', { bounds: make('dc:Bounds', labels.forFlow(f)) }) } : {}),
    }));
  }
  const plane = make('bpmndi:BPMNPlane', { id: 'Plane_1', bpmnElement: collaboration ?? process, planeElement: elements });
  definitions.diagrams = [make('bpmndi:BPMNDiagram', { id: 'Diagram_1', plane })];
  fs.writeFileSync(dst, (await moddle.toXML(definitions, { format: true })).xml);
}

await main(globalThis.process.argv.slice(2));
