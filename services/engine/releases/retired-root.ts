import type { ProcessResource } from '../engine.ts';

/**
 * Zeebe has no way to end a process that starts by a message but a newer version that does not: only the latest version's start is armed.
 * This one has an empty start, which nobody ever uses; what runs on former versions goes on.
 */
export const retiredRoot = (id: string, name: string): ProcessResource => ({
  id,
  name,
  content: `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions_${id}" targetNamespace="lotse">
  <bpmn:process id="${id}" name="Entfallen" isExecutable="true">
    <bpmn:startEvent id="startEvent_Entfallen"><bpmn:outgoing>flow_Entfallen</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="flow_Entfallen" sourceRef="startEvent_Entfallen" targetRef="endEvent_Entfallen"/>
    <bpmn:endEvent id="endEvent_Entfallen"><bpmn:incoming>flow_Entfallen</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`,
});
