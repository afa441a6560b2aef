// Draws right-angled lines: the cheapest way around nodes, other lines and places where labels will stand.
import { GRID, is, isBoundary } from './words.mjs';

const DIRS = [[1, 0], [0, 1], [-1, 0], [0, -1]]; // right, down, left, up
const cellKey = (x, y) => y * 4096 + x;

export class Paper {
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
      if (fansOut(flow, other) || (other.targetRef === flow.targetRef && !is(flow.targetRef, 'ExclusiveGateway') && is(flow.targetRef, 'Gateway'))) price -= 0.4;
      else if (other.targetRef === flow.targetRef) price += 0.6;
      else price += 60;
    }
    if (this.used[1 - axis].has(cellKey(x, y))) {
      price += this.used[1 - axis].get(cellKey(x, y)).every((o) => o.targetRef === flow.targetRef || fansOut(o, flow)) ? 2 : 14;
    }
    const [sx, sy] = axis === 0 ? [0, 1] : [1, 0];
    for (const side of [-1, 1]) {
      const near = this.used[axis].get(cellKey(x + sx * side, y + sy * side)) ?? [];
      if (near.some((o) => o.targetRef !== flow.targetRef || fansOut(o, flow))) price += 1.5;
    }
    return Math.max(price, -0.4);
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
export const fansOut = (a, b) => a.sourceRef === b.sourceRef && (is(a.sourceRef, 'ParallelGateway') || is(a.sourceRef, 'InclusiveGateway'));

/** Where lines may touch a node: outside cell, side, edge point and price. */
function portsOf(n, [x, y, w, h], outgoing) {
  const cx = Math.round((x + w / 2) / GRID);
  const cy = Math.round((y + h / 2) / GRID);
  const stub = outgoing ? 0 : 1; // an arrow head needs a straight end
  const reach = (length) => Math.ceil((length / 2 + 5) / GRID) + stub;
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
export function route(paper, flow, boxes, frame) {
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
      const stem = fansOut(flow, flow) && d % 2 === 1 ? 0.02 * Math.abs(x - starts[0].cell[0]) : 0; // branch off early
      open(cost + 1 + (d === state.d ? 0 : 6) + stem + paper.price(x, y, d % 2, flow), x, y, d, state);
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
  const head = goal.end.cell.map((v, i) => v - DIRS[goal.end.d][i]);
  paper.mark(corners([...cells, head]), flow);
  [head, goal.end.cell].forEach((c) => paper.soft.set(cellKey(...c), 12)); // keep arrow heads clear
  return corners([start.point, ...cells.map(([x, y]) => [x * GRID, y * GRID]), goal.end.point]);
}

function corners(points) {
  return points.filter((p, i) => {
    if (i === 0 || i === points.length - 1) return true;
    const [a, b] = [points[i - 1], points[i + 1]];
    return !((a[0] === p[0] && p[0] === b[0]) || (a[1] === p[1] && p[1] === b[1]));
  });
}
