/** A token that wanders along a played path, for explaining it to colleagues; without motion it goes step by step. */
const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const MILLIS_PER_FLOW = 900;
const MILLIS_AT_NODE = 700;

export function startTokens() {
  for (const place of document.querySelectorAll('[data-tokens]')) prepare(place);
}

function prepare(place) {
  const frames = [...place.querySelectorAll('[data-frames] > li')].map((li) => ({
    process: li.dataset.process, id: li.dataset.id, flow: li.dataset.flow === 'true', title: li.dataset.title, name: li.textContent.trim(),
  }));
  if (frames.length === 0) return;
  const tools = place.querySelector('[data-token-tools]');
  const show = { place, frames, at: -1, playing: false, run: 0, stage: new Stage(place) };
  tools.hidden = false;
  if (still()) for (const name of ['play', 'pause']) tools.querySelector(`[data-token="${name}"]`).hidden = true;
  if (still()) for (const part of tools.querySelectorAll('[data-token="speed"], label')) part.hidden = true;
  tools.addEventListener('click', (event) => {
    const act = event.target.closest('[data-token]')?.dataset.token;
    if (act === 'play') play(show);
    if (act === 'pause') pause(show);
    if (act === 'step') { pause(show); stepToNode(show); }
    if (act === 'first') { pause(show); show.at = -1; show.stage.clear(); say(show, ''); }
  });
}

function pause(show) {
  show.playing = false;
  show.run++;
  show.place.dataset.playing = 'no';
}

async function play(show) {
  if (show.playing) return;
  if (show.at >= show.frames.length - 1) { show.at = -1; show.stage.clear(); }
  show.playing = true;
  show.place.dataset.playing = 'yes';
  const run = ++show.run;
  const goesOn = () => show.playing && run === show.run;
  while (goesOn() && show.at < show.frames.length - 1) await advance(show, true, goesOn);
  if (goesOn()) pause(show);
}

/** Over the flows to the next node, without motion. */
async function stepToNode(show) {
  const run = show.run;
  do await advance(show, false, () => run === show.run);
  while (run === show.run && show.at < show.frames.length - 1 && show.frames[show.at].flow);
}

async function advance(show, moving, goesOn) {
  if (show.at >= show.frames.length - 1) return;
  const frame = show.frames[++show.at];
  await show.stage.open(frame.process, frame.title);
  const millis = 1 / Number(show.place.querySelector('[data-token="speed"]').value);
  if (frame.flow) {
    await show.stage.along(frame.id, moving && !still() ? MILLIS_PER_FLOW * millis : 0, goesOn);
  } else {
    show.stage.stand(frame.id);
    if (frame.name) say(show, `${frame.name}（${frame.title}）`);
    if (moving) await wait(MILLIS_AT_NODE * millis);
  }
}

function say(show, words) {
  show.place.querySelector('[data-token-now]').textContent = words;
}

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** The drawing on which the token is: another one when the path goes into another process. */
class Stage {
  constructor(place) {
    this.place = place.querySelector('[data-token-place]');
    this.base = place.dataset.base;
    this.texts = new Map();
  }

  async open(process, title) {
    if (this.process === process) return;
    this.process = process;
    const { createViewer } = await import('./viewer.mjs');
    if (!this.texts.has(process)) {
      const response = await fetch(this.base + process, { headers: { Accept: 'application/xml' } });
      if (!response.ok) throw new Error(`${process}: ${response.status}`);
      this.texts.set(process, await response.text());
    }
    this.viewer?.destroy();
    const figure = document.createElement('figure');
    figure.className = 'diagram';
    figure.setAttribute('role', 'group');
    figure.setAttribute('aria-label', `${title}の図の上の動き。いまいる所は文字でも出ます。`);
    const box = document.createElement('div');
    box.className = 'diagram-canvas';
    figure.append(box);
    this.place.replaceChildren(figure);
    this.viewer = await createViewer(box, this.texts.get(process));
    this.canvas = this.viewer.get('canvas');
    this.registry = this.viewer.get('elementRegistry');
    this.canvas.zoom('fit-viewport', 'auto');
    this.dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    this.dot.setAttribute('r', '11');
    this.dot.setAttribute('class', 'token');
    this.canvas.getLayer('tokens', 10).append(this.dot);
    this.standing = null;
    this.place.dataset.process = process;
  }

  clear() {
    this.viewer?.destroy();
    this.viewer = null;
    this.process = null;
    this.place.replaceChildren();
  }

  stand(id) {
    const shape = this.registry.get(id);
    if (!shape) return;
    if (this.standing) {
      this.canvas.removeMarker(this.standing, 'is-now');
      this.canvas.addMarker(this.standing, 'is-same');
    }
    this.standing = id;
    this.canvas.addMarker(id, 'is-now');
    this.move({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
  }

  async along(id, millis, goesOn) {
    const flow = this.registry.get(id);
    if (!flow?.waypoints) return;
    this.canvas.addMarker(id, 'is-same');
    if (millis > 0) await this.wander(flow.waypoints, millis, goesOn);
    this.move(flow.waypoints.at(-1));
  }

  wander(points, millis, goesOn) {
    const parts = points.slice(1).map((point, i) => Math.hypot(point.x - points[i].x, point.y - points[i].y));
    const length = parts.reduce((a, b) => a + b, 0);
    return new Promise((done) => {
      const began = performance.now();
      const tick = (now) => {
        const part = Math.min(1, Math.max(0, now - began) / millis);
        this.move(between(points, parts, part * length));
        if (part < 1 && goesOn()) requestAnimationFrame(tick);
        else done();
      };
      requestAnimationFrame(tick);
    });
  }

  move({ x, y }) {
    this.dot.setAttribute('cx', x);
    this.dot.setAttribute('cy', y);
  }
}

/** The point that lies so far along the bends of a flow. */
export function between(points, parts, distance) {
  let rest = distance;
  for (let i = 0; i < parts.length; i++) {
    if (rest <= parts[i] && parts[i] > 0) {
      const part = rest / parts[i];
      return { x: points[i].x + (points[i + 1].x - points[i].x) * part, y: points[i].y + (points[i + 1].y - points[i].y) * part };
    }
    rest -= parts[i];
  }
  return points.at(-1);
}
