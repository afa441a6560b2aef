// Finds a free place for every label.
import { fansOut } from './lines.mjs';
import { LABEL, is, isBoundary, isSub } from './words.mjs';

const CHAR = 11.5; // width of one Japanese character of a label

const meets = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
export const textSize = (text) => {
  const perLine = Math.floor(LABEL / 11);
  const lines = Math.ceil(text.length / perLine);
  return [Math.min(LABEL, text.length * CHAR), lines * 13.5 + 1];
};

export class Labels {
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
