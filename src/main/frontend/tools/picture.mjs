// Makes a PNG of each BPMN file, beside the file.
//
//   CHROMIUM=/usr/bin/chromium node picture.mjs model.bpmn …        needs: bpmn-js, playwright-core
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const MARGIN = 20;
const viewer = fs.readFileSync(createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
const html = `<style>body { margin: 0; background: #fff }
  text { font-family: "Noto Sans CJK JP", sans-serif !important }</style><div id="canvas" style="width: 1600px; height: 1000px"></div>`;

/** Runs in the page: shows the model and gives the size that holds it. */
async function show({ xml, margin }) {
  const host = document.getElementById('canvas');
  const view = new globalThis.BpmnJS({ container: host });
  const { warnings } = await view.importXML(xml);
  const canvas = view.get('canvas');
  const { x, y, width, height } = canvas.viewbox().inner;
  const size = { width: Math.ceil(width + 2 * margin), height: Math.ceil(height + 2 * margin) };
  Object.assign(host.style, { width: `${size.width}px`, height: `${size.height}px` });
  canvas.resized();
  canvas.viewbox({ x: x - margin, y: y - margin, ...size });
  return { ...size, warnings: warnings.map((w) => w.message) };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
try {
  for (const file of process.argv.slice(2)) {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.setContent(html);
    await page.addScriptTag({ content: viewer });
    const { width, height, warnings } = await page.evaluate(show, { xml: fs.readFileSync(file, 'utf8'), margin: MARGIN });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: file.replace(/\.bpmn$/, '.png') });
    await page.close();
    warnings.forEach((w) => console.warn(`${file}: ${w}`));
  }
} finally {
  await browser.close();
}
