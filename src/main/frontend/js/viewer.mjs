import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

const font = '"Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif';

export async function createViewer(container, xml) {
  const viewer = new NavigatedViewer({
    container,
    zoomScroll: { enabled: false }, // the wheel scrolls the page; buttons change the size
    bpmnRenderer: { defaultStrokeColor: '#4d4d4d', defaultLabelColor: '#1a1a1a' },
    textRenderer: { defaultStyle: { fontFamily: font, fontSize: 12 }, externalStyle: { fontFamily: font, fontSize: 12 } },
  });
  await viewer.importXML(xml);
  return viewer;
}
