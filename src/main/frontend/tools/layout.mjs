// Draws a BPMN file: one pool with lanes, embedded and event sub-processes expanded inside their lane.
//
//   node layout.mjs model.bpmn [out.bpmn] [places.json]        needs: bpmn-moddle, camunda-bpmn-moddle
//
// places.json: {"<element id>": [column, row], "@<lane id>": room}; rows count inside the element's lane (or sub-process),
// room is extra height over the lane's first row. "@column" and "@task" change the width of columns and tasks.
// Whatever has no place is put by its distance from the start. Only the picture changes, never the meaning.
import fs from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };

import { setBoxes } from './layout/grid.mjs';
import { Labels, textSize } from './layout/labels.mjs';
import { Paper, route } from './layout/lines.mjs';
import { LABEL, flowsOf, is, isBoundary, isSub, measures, nodesOf } from './layout/words.mjs';

const LEFT = 160;
const TOP = 80;
const POOL_HEAD = 60; // pool name and lane name

async function main([src, dst = src, placesFile]) {
  const places = placesFile ? JSON.parse(fs.readFileSync(placesFile, 'utf8')) : {};
  measures.column = places['@column'] ?? measures.column;
  measures.task = places['@task'] ?? measures.task;
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
