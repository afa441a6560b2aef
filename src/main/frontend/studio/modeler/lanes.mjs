/** In which lane something stands, and whether the lane and the role of a step say the same. */
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { field, h, icon, select } from '../dom.mjs';

const STEP = 10;
const GAP = 12;
/** How far to either side a place is looked for. */
const ASIDE = 400;

export function laneFields(panel, element, businessObject) {
  const lanes = lanesOf(panel, element);
  if (lanes.length === 0) return [];
  const here = lanes.find((lane) => lane.businessObject.flowNodeRef?.includes(businessObject));
  const move = (id) => moveTo(panel, element, lanes.find((lane) => lane.id === id));
  const options = lanes.map((lane) => [lane.id, name(lane)]);
  return [
    field('担当の段', select(here ? options : [['', 'どの段でもない'], ...options], here?.id ?? '', (id) => id && move(id))),
    is(businessObject, 'bpmn:UserTask') ? mismatch(panel, element, businessObject, here, lanes, move) : null,
  ];
}

/** The lowest lanes of the frame in which the element stands; none for what is inside a part of its own. */
function lanesOf(panel, element) {
  const frame = element.parent;
  if (!frame || !is(frame, 'bpmn:Participant') || is(element, 'bpmn:BoundaryEvent')) return [];
  return panel.get('elementRegistry')
    .filter((each) => each.type === 'bpmn:Lane' && !each.labelTarget && inside(each, frame) && !each.children.some(({ type }) => type === 'bpmn:Lane'))
    .sort((a, b) => a.y - b.y);
}

function inside(lane, frame) {
  for (let at = lane; at; at = at.parent) if (at === frame) return true;
  return false;
}

const name = (lane) => lane.businessObject.name || '（名前なし）';

/** A lane is called like the role that works in it; where a step says another role, one of both is to be changed. */
function mismatch(panel, element, businessObject, here, lanes, move) {
  const roles = (businessObject.get('camunda:candidateGroups') ?? '').split(',').map((role) => role.trim()).filter(Boolean);
  const named = (role) => panel.palette.roles.find(({ id }) => id === role)?.name;
  const laneRoles = panel.palette.roles.filter((role) => worksIn(here, role.name));
  if (!panel.mine || laneRoles.length === 0 || roles.length === 0 || laneRoles.some(({ id }) => roles.includes(id))) return null;
  const [laneRole] = laneRoles;
  const role = named(roles[0]) ?? roles[0];
  const own = lanes.find((lane) => worksIn(lane, role));
  const act = (label, done) => h('button', { type: 'button', class: 'button in-row', onclick: done }, label);
  return h('div', { class: 'field mismatch', role: 'status' },
    h('p', {}, icon('care', 'care'), ` 「${name(here)}」の段にありますが、役割は「${role}」です。`),
    h('div', { class: 'cluster' },
      act(`役割を「${laneRole.name}」にする`, () => panel.set(element, { 'camunda:candidateGroups': laneRole.id }, true)),
      own ? act(`「${name(own)}」の段へ動かす`, () => move(own.id)) : act(`「${role}」の段を足して動かす`, () => moveTo(panel, element, laneFor(panel, role, lanes.at(-1))))));
}

/** A lane may be called after several roles: ケースワーカー・委託先. */
function worksIn(lane, role) {
  const called = lane?.businessObject.name ?? '';
  return called !== '' && (called.split('・').some((part) => role === part || role.startsWith(part)) || called === role);
}

/** A new lane under the others. */
function laneFor(panel, role, last) {
  const modeling = panel.get('modeling');
  let lane;
  panel.write(() => {
    lane = modeling.addLane(last, 'bottom');
    modeling.updateProperties(lane, { name: role });
  });
  return lane;
}

/** Beside what stands in the other lane, as near as there is a place without boxes and lines. */
function moveTo(panel, element, lane) {
  const placing = panel.get('placing');
  const own = new Set([element, ...element.incoming, ...element.outgoing, ...element.attachers ?? []]);
  const free = (x, y) => placing.isFree({ left: x - GAP, right: x + element.width + GAP, top: y - GAP, bottom: y + element.height + GAP }, own);
  const fits = (y) => y > lane.y && y + element.height < lane.y + lane.height;
  const rows = [...rowsOf(panel, element, lane), lane.y + lane.height / 2].map((middle) => Math.round(middle - element.height / 2));
  const room = Math.ceil(lane.height / STEP) * STEP;
  const [x, y] = nearest(element.x, rows, room, (at, row) => fits(row) && free(at, row)) ?? [element.x, rows.at(-1)];
  panel.write(() => panel.get('modeling').moveElements([element], { x: x - element.x, y: y - element.y }, element.parent), true);
}

/** The heights at which boxes stand in the lane, the nearest box first. */
function rowsOf(panel, element, lane) {
  const away = (each) => Math.abs(each.x + each.width / 2 - element.x - element.width / 2);
  return panel.get('elementRegistry')
    .filter((each) => each !== element && !each.labelTarget && lane.businessObject.flowNodeRef?.includes(each.businessObject) && !is(each, 'bpmn:BoundaryEvent'))
    .sort((a, b) => away(a) - away(b))
    .map((each) => each.y + each.height / 2);
}

function nearest(left, rows, room, suits) {
  for (let aside = 0; aside <= ASIDE; aside += STEP * 2) {
    for (const x of aside === 0 ? [left] : [left + aside, left - aside]) {
      for (let by = 0; by <= room; by += STEP) {
        for (const row of rows) {
          const y = [row + by, row - by].find((each) => suits(x, each));
          if (y !== undefined) return [x, y];
        }
      }
    }
  }
  return null;
}
