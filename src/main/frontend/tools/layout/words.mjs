// What the parts of the layouter share: measures and questions about BPMN elements.
export const GRID = 10; // every centre, corner and line lies on this grid
export const ROW = 140;
export const LABEL = 90; // bpmn-js breaks outside labels at this width
export const measures = { column: 180, task: 140 };

export const is = (n, type) => n.$instanceOf(`bpmn:${type}`);
export const isBoundary = (n) => n.$type === 'bpmn:BoundaryEvent';
export const isSub = (n) => n.$type === 'bpmn:SubProcess';
export const hostOf = (n) => (isBoundary(n) ? n.attachedToRef : n);
export const nodesOf = (scope) => scope.flowElements.filter((e) => is(e, 'FlowNode'));
export const flowsOf = (scope) => scope.flowElements.filter((e) => e.$type === 'bpmn:SequenceFlow');
