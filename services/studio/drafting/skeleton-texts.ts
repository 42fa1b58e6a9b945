/** The smallest process that runs: start, one task with its form, end; drawn, with its basis in law, and with everything the check asks for. */
export type Skeleton = { id: string; name: string; sectionName: string; rechtsstand: string };

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** § 24 VwVfG: the authority looks into the matter of its own motion. Every procedure rests on it, whatever else its owner adds. */
export const NORM = '§ 24 VwVfG';

export const instruction = (task: string): string =>
  `Was zu tun ist: „${task}“. Sehen Sie die Angaben und Unterlagen des Vorgangs durch und halten Sie das Ergebnis fest (${NORM}). Gut gelöst: Der Vermerk sagt, was geprüft wurde und wie es weitergeht.`;

export const skeletonProcess = ({ id, name, sectionName, rechtsstand }: Skeleton): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions_${id}" targetNamespace="urn:lotse:processes" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <bpmn:process id="${id}" name="${escapeXml(name)}" isExecutable="true">
    <bpmn:documentation>${escapeXml(`${name} (${sectionName}).`)}</bpmn:documentation>
    <bpmn:extensionElements>
      <zeebe:properties>
        <zeebe:property name="norm" value="${NORM}" />
        <zeebe:property name="rechtsstand" value="${rechtsstand}" />
        <zeebe:property name="art" value="verfahren" />
      </zeebe:properties>
    </bpmn:extensionElements>
    <bpmn:startEvent id="startEvent_VerfahrenBegonnen" name="Verfahren begonnen">
      <bpmn:outgoing>flow_VerfahrenBegonnen_VorgangBearbeiten</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="userTask_VorgangBearbeiten" name="Vorgang bearbeiten">
      <bpmn:documentation>${escapeXml(instruction('Vorgang bearbeiten'))}</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:formDefinition formId="${id}-bearbeiten" />
        <zeebe:assignmentDefinition candidateGroups="=[rolle]" />
        <zeebe:taskSchedule dueDate="=faelligAm" />
        <zeebe:properties>
          <zeebe:property name="norm" value="${NORM}" />
          <zeebe:property name="rechtsstand" value="${rechtsstand}" />
        </zeebe:properties>
      </bpmn:extensionElements>
      <bpmn:incoming>flow_VerfahrenBegonnen_VorgangBearbeiten</bpmn:incoming>
      <bpmn:outgoing>flow_VorgangBearbeiten_VerfahrenBeendet</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="endEvent_VerfahrenBeendet" name="Verfahren beendet">
      <bpmn:incoming>flow_VorgangBearbeiten_VerfahrenBeendet</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="flow_VerfahrenBegonnen_VorgangBearbeiten" sourceRef="startEvent_VerfahrenBegonnen" targetRef="userTask_VorgangBearbeiten" />
    <bpmn:sequenceFlow id="flow_VorgangBearbeiten_VerfahrenBeendet" sourceRef="userTask_VorgangBearbeiten" targetRef="endEvent_VerfahrenBeendet" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram_1">
    <bpmndi:BPMNPlane id="plane_1" bpmnElement="${id}">
      <bpmndi:BPMNShape id="startEvent_VerfahrenBegonnen_di" bpmnElement="startEvent_VerfahrenBegonnen">
        <dc:Bounds x="152" y="182" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="144" y="224" width="53" height="28" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="userTask_VorgangBearbeiten_di" bpmnElement="userTask_VorgangBearbeiten">
        <dc:Bounds x="240" y="160" width="100" height="80" />
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="endEvent_VerfahrenBeendet_di" bpmnElement="endEvent_VerfahrenBeendet">
        <dc:Bounds x="392" y="182" width="36" height="36" />
        <bpmndi:BPMNLabel>
          <dc:Bounds x="384" y="224" width="53" height="28" />
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow_VerfahrenBegonnen_VorgangBearbeiten_di" bpmnElement="flow_VerfahrenBegonnen_VorgangBearbeiten">
        <di:waypoint x="188" y="200" />
        <di:waypoint x="240" y="200" />
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow_VorgangBearbeiten_VerfahrenBeendet_di" bpmnElement="flow_VorgangBearbeiten_VerfahrenBeendet">
        <di:waypoint x="340" y="200" />
        <di:waypoint x="392" y="200" />
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** One field for what was done. Free text stays in the case and never becomes a process variable. */
export const skeletonForm = (id: string): string =>
  `${JSON.stringify(
    {
      type: 'default',
      id,
      schemaVersion: 16,
      executionPlatform: 'Camunda Cloud',
      executionPlatformVersion: '8.5.0',
      components: [
        {
          id: 'feld_vermerk',
          type: 'textarea',
          key: 'vermerk',
          label: 'Vermerk',
          description: 'Was wurde geprüft, und was ist das Ergebnis?',
          validate: { required: true, maxLength: 2000 },
        },
      ],
    },
    null,
    2,
  )}\n`;
