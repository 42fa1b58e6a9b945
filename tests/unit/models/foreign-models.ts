/** Diagrams as other tools write them, made in code: no file of them is kept. */
const head =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:tns="http://example.org" targetNamespace="http://example.org"';

export const shape = (id: string): string =>
  `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="10" y="10" width="100" height="80" /></bpmndi:BPMNShape>`;
export const edge = (id: string): string =>
  `<bpmndi:BPMNEdge bpmnElement="${id}"><di:waypoint x="1" y="1" /><di:waypoint x="9" y="9" /></bpmndi:BPMNEdge>`;
export const participant = (id: string, name: string, processRef: string): string =>
  `<participant id="${id}" name="${name}"${processRef ? ` processRef="${processRef}"` : ''} />`;

/** Start, some tasks in a row, end. */
export const process = (id: string, tasks: number): string => {
  const steps = [`start_${id}`, ...Array.from({ length: tasks }, (_, index) => `task_${id}_${index + 1}`), `end_${id}`];
  const nodes = steps.slice(1, -1).map((step, index) => `<task id="${step}" name="Schritt ${index + 1}" />`);
  const flows = steps
    .slice(1)
    .map((step, index) => `<sequenceFlow id="flow_${id}_${index + 1}" sourceRef="${steps[index]}" targetRef="${step}" />`);
  return `<process id="${id}" name="Ablauf"><startEvent id="start_${id}" />${nodes.join('')}<endEvent id="end_${id}" />${flows.join('')}</process>`;
};

export const model = (content: string, plane = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions ${head}>${content}${plane ? `<bpmndi:BPMNDiagram>${plane}</bpmndi:BPMNDiagram>` : ''}</definitions>`;

/** A process with its picture. */
export const drawn = (id: string, tasks: number): string => {
  const nodes = [`start_${id}`, ...Array.from({ length: tasks }, (_, index) => `task_${id}_${index + 1}`), `end_${id}`];
  const plane = [...nodes.map(shape), ...Array.from({ length: tasks + 1 }, (_, index) => edge(`flow_${id}_${index + 1}`))].join('');
  return model(process(id, tasks), `<bpmndi:BPMNPlane bpmnElement="${id}">${plane}</bpmndi:BPMNPlane>`);
};

/** A model whose only text is the one given, without a declaration, so that one can stand before it. */
export const simple = (text: string, declared = false): string =>
  drawn('einfach', 1)
    .replace('name="Schritt 1" />', `name="Schritt 1"><documentation>${text}</documentation></task>`)
    .replace(declared ? '\u0000' : '<?xml version="1.0" encoding="UTF-8"?>', '');
