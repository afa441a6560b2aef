/** A building block between two boxes: what follows makes room, and the line between them leads through the new box. */
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

const GAP = 50;
/** Free height that a way needs, so that what follows finds a place as well; and how far it looks ahead. */
const ROW = 104;
const AHEAD = 260;
const AFTER_THE_LIBRARY = 500;

/** The one line that leads on from here, if a block may stand in it. */
export function lineToStandIn(target, shape) {
  const lines = (target.outgoing ?? []).filter((each) => is(each, 'bpmn:SequenceFlow'));
  const goesOn = !is(shape, 'bpmn:EndEvent') && !is(shape, 'bpmn:EventBasedGateway') && !is(shape, 'bpmn:StartEvent') && !is(shape, 'bpmn:BoundaryEvent');
  return goesOn && !is(target, 'bpmn:Gateway') && lines.length === 1 ? lines[0] : null;
}

export class Placing {
  constructor(eventBus, commandStack, modeling, spaceTool, canvas, elementRegistry) {
    Object.assign(this, { modeling, spaceTool, canvas, elementRegistry, commandStack });
    commandStack.register('banso.together', { preExecute: ({ work }) => work() });
    eventBus.on('commandStack.elements.move.preExecute', AFTER_THE_LIBRARY, ({ context }) => this.joinsNoLine(context));
  }

  /** Only a box that is dragged and stands alone joins the line on which it is put down; the library would join any. */
  joinsNoLine(context) {
    const [shape] = context.shapes;
    if (!context.hints?.primaryShape || shape?.incoming?.length || shape?.outgoing?.length) delete context.targetFlow;
  }

  /** As one step to undo. */
  insert(shape, target, line) {
    this.commandStack.execute('banso.together', { work: () => this.between(shape, target, line) });
    return shape;
  }

  /** After a box, in the same lane, where neither a box nor a line is; what lies below makes room if there is no such place. */
  append(shape, target) {
    let made;
    this.commandStack.execute('banso.together', { work: () => { made = this.after(shape, target); } });
    return made;
  }

  after(shape, target) {
    const middle = target.y + target.height / 2;
    const x = Math.round(target.x + target.width + GAP + shape.width / 2);
    const lane = this.laneOf(target);
    const fits = (y) => !lane || (y - shape.height / 2 > lane.y && y + shape.height / 2 < lane.y + lane.height);
    const way = { left: target.x + target.width + GAP / 2, right: x + AHEAD };
    let y = [0, ROW, -ROW, 2 * ROW, -2 * ROW].map((by) => middle + by).find((each) => fits(each) && this.isFree({ ...way, top: each - ROW / 2, bottom: each + ROW / 2 }));
    if (y === undefined && (target.outgoing ?? []).length === 0) y = middle;
    if (y === undefined) {
      this.shift(Math.round(middle + target.height / 2 + 4), Math.ceil((ROW + 16) / 10) * 10, 'y');
      y = middle + ROW;
    }
    const made = this.modeling.createShape(shape, { x, y: Math.round(y) }, target.parent);
    this.modeling.connect(target, made, { type: 'bpmn:SequenceFlow' });
    return made;
  }

  laneOf(target) {
    return this.elementRegistry.find((each) => each.type === 'bpmn:Lane' && each.businessObject.flowNodeRef?.includes(target.businessObject)
      && !each.children.some(({ type }) => type === 'bpmn:Lane'));
  }

  /** @param own what does not stand in the way */
  isFree({ left, right, top, bottom }, own = new Set()) {
    return !this.elementRegistry.find((each) => {
      if (each.labelTarget || own.has(each)) return false;
      if (each.waypoints) {
        return each.waypoints.slice(1).some((to, at) => {
          const from = each.waypoints[at];
          return Math.min(from.x, to.x) < right && Math.max(from.x, to.x) > left && Math.min(from.y, to.y) < bottom && Math.max(from.y, to.y) > top;
        });
      }
      return is(each, 'bpmn:FlowNode') && each.x < right && each.x + each.width > left && each.y < bottom && each.y + each.height > top;
    });
  }

  between(shape, target, line) {
    const next = line.target;
    const right = target.x + target.width;
    const needed = shape.width + 2 * GAP;
    const ahead = next.x >= right;
    const space = ahead ? next.x - right : 0;
    if (ahead && space < needed) this.shift(Math.round(right + Math.min(space, GAP) / 2), Math.ceil((needed - space) / 10) * 10);
    const place = { x: Math.round(right + GAP + shape.width / 2), y: Math.round(target.y + target.height / 2) };
    const parent = line.parent;
    const free = !ahead && this.taken(place, shape) ? { x: place.x, y: place.y + target.height + GAP } : place;
    this.modeling.createShape(shape, free, parent);
    this.modeling.reconnectEnd(line, shape, { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
    this.modeling.connect(shape, next, { type: 'bpmn:SequenceFlow' });
  }

  taken({ x, y }, shape) {
    return !!this.elementRegistry.find((each) => is(each, 'bpmn:FlowNode') && !each.labelTarget
      && Math.abs(each.x + each.width / 2 - x) < (each.width + shape.width) / 2 && Math.abs(each.y + each.height / 2 - y) < (each.height + shape.height) / 2);
  }

  /** Everything right of there, or under it, moves on. */
  shift(start, by, axis = 'x') {
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(selfAndAllChildren(this.canvas.getRootElement(), true), axis, by, start);
    this.spaceTool.makeSpace(movingShapes, resizingShapes, { x: axis === 'x' ? by : 0, y: axis === 'y' ? by : 0 }, axis === 'x' ? 'e' : 's', start);
  }
}
Placing.$inject = ['eventBus', 'commandStack', 'modeling', 'spaceTool', 'canvas', 'elementRegistry'];
