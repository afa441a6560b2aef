/** In which lane something stands, and whether the lane and the role of a step say the same. */
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { field, h, icon, select } from '../dom.mjs';

const STEP = 10;
const GAP = 12;

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

/** To the same place of the other lane, or to the nearest one that is free. */
function moveTo(panel, element, lane) {
  const shapes = panel.get('elementRegistry').filter((each) => each !== element && is(each, 'bpmn:FlowNode') && !each.labelTarget && each.host !== element);
  const free = (x, y) => !shapes.some((each) => each.x < x + element.width + GAP && x < each.x + each.width + GAP
    && each.y < y + element.height + GAP && y < each.y + each.height + GAP);
  const middle = Math.round(lane.y + (lane.height - element.height) / 2);
  const room = Math.max(0, Math.floor((lane.height - element.height) / 2) - STEP);
  let target = { x: element.x, y: middle };
  search: for (let aside = 0; aside <= 400; aside += STEP * 2) {
    for (const x of aside === 0 ? [element.x] : [element.x + aside, element.x - aside]) {
      for (let by = 0; by <= room; by += STEP) {
        const y = [middle + by, middle - by].find((each) => free(x, each));
        if (y !== undefined) {
          target = { x, y };
          break search;
        }
      }
    }
  }
  panel.write(() => panel.get('modeling').moveElements([element], { x: target.x - element.x, y: target.y - element.y }, element.parent), true);
}
