/** Drawn processes: the reader is loaded only on pages that show one, and the page's own text stays beside it. */
const split = (list) => (list ?? '').split(',').map((id) => id.trim()).filter(Boolean);

export function startDiagrams() {
  for (const place of document.querySelectorAll('[data-diagram]')) draw(place);
}

async function draw(place) {
  place.setAttribute('aria-busy', 'true');
  try {
    const [{ createViewer }, xml] = await Promise.all([import('./viewer.mjs'), source(place.dataset.src)]);
    const box = document.createElement('div');
    box.className = 'diagram-canvas';
    place.append(box);
    const viewer = await createViewer(box, xml);
    mark(viewer.get('canvas'), viewer.get('elementRegistry'), place);
    number(viewer.get('overlays'), viewer.get('elementRegistry'), place);
    startZoom(viewer.get('canvas'), place);
    viewer.get('canvas').zoom('fit-viewport', 'auto');
    window.addEventListener('beforeprint', () => viewer.get('canvas').zoom('fit-viewport', 'auto'));
    place.dataset.drawn = 'yes';
    place.dispatchEvent(new CustomEvent('drawn', { bubbles: true, detail: { viewer } }));
  } catch (problem) {
    console.error('The drawing could not be shown', problem);
    place.querySelector('.diagram-canvas')?.remove();
    const sentence = document.createElement('p');
    sentence.className = 'quiet';
    sentence.textContent = '図を表示できませんでした。下の文で同じ内容を読めます。';
    place.append(sentence);
  }
  place.removeAttribute('aria-busy');
}

async function source(address) {
  const response = await fetch(address, { headers: { 'Accept': 'application/xml' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

function mark(canvas, registry, place) {
  for (const [list, marker] of [[place.dataset.done, 'is-done'], [place.dataset.now, 'is-now'], [place.dataset.same, 'is-same'],
    [place.dataset.new, 'is-new'], [place.dataset.lost, 'is-lost'], [place.dataset.missed, 'is-missed']]) {
    for (const id of split(list)) if (registry.get(id)) canvas.addMarker(id, marker);
  }
}

/** Numbers on steps: how many, in red how many of them late, and how long half of them take. The page says the same in a table. */
function number(overlays, registry, place) {
  for (const entry of split(place.dataset.counts)) {
    const [id, all, late, days] = entry.split(':');
    if (!registry.get(id)) continue;
    const badge = document.createElement('div');
    badge.className = 'step-count';
    badge.append(all);
    if (Number(late) > 0) {
      const red = document.createElement('b');
      red.textContent = `遅れ ${late}`;
      badge.append(' ', red);
    }
    if (days) badge.append(` 中央値 ${days}`);
    overlays.add(id, { position: { top: -12, right: 30 }, html: badge });
  }
}

function startZoom(canvas, place) {
  const act = {
    in: () => canvas.zoom(Math.min(canvas.zoom() * 1.25, 4)),
    out: () => canvas.zoom(Math.max(canvas.zoom() / 1.25, 0.2)),
    fit: () => canvas.zoom('fit-viewport', 'auto'),
  };
  place.addEventListener('click', (event) => act[event.target.closest('[data-zoom]')?.dataset.zoom]?.());
}
