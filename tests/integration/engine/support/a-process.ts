type Node = { tag: string; id: string; inner: string };

const bpmn = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const zeebe = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const bpmndi = 'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"';

const extension = (inner: string): string => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`;

/** A straight process, step by step, as small as the engine accepts. */
export const aProcess = (id: string) => {
  const nodes: Node[] = [];
  const extra: string[] = [];
  let after = '';
  const add = (tag: string, nodeId: string, inner: string) => {
    nodes.push({ tag, id: nodeId, inner });
    return builder;
  };
  const builder = {
    startedBy: (message: string) => {
      extra.push(`<bpmn:message id="message_${id}" name="${message}"/>`);
      return add('startEvent', 'start', `<bpmn:messageEventDefinition messageRef="message_${id}"/>`);
    },
    start: () => add('startEvent', 'start', ''),
    service: (type: string, { retries = 3 } = {}) =>
      add('serviceTask', type.replaceAll('-', '_'), extension(`<zeebe:taskDefinition type="${type}" retries="${retries}"/>`)),
    userTask: (nodeId: string, { form = '', documentation = '', properties = {} as Record<string, string>, group = '' } = {}) =>
      add(
        'userTask',
        nodeId,
        `${documentation ? `<bpmn:documentation>${documentation}</bpmn:documentation>` : ''}${extension(
          [
            form && `<zeebe:formDefinition formId="${form}"/>`,
            group && `<zeebe:assignmentDefinition candidateGroups="${group}"/>`,
            Object.keys(properties).length > 0 &&
              `<zeebe:properties>${Object.entries(properties)
                .map(([name, value]) => `<zeebe:property name="${name}" value="${value}"/>`)
                .join('')}</zeebe:properties>`,
          ]
            .filter(Boolean)
            .join(''),
        )}`,
      ),
    call: (processId: string) =>
      add(
        'callActivity',
        `call_${nodes.length}`,
        extension(`<zeebe:calledElement processId="${processId}" propagateAllChildVariables="false"/>`),
      ),
    decide: (decisionId: string, result: string) =>
      add(
        'businessRuleTask',
        `decide_${nodes.length}`,
        extension(`<zeebe:calledDecision decisionId="${decisionId}" resultVariable="${result}"/>`),
      ),
    /** The step before may be left by this BPMN error, straight to an end of its own. */
    catching: (code: string) => {
      const on = nodes.at(-1)?.id ?? '';
      extra.push(`<bpmn:error id="error_${code}" errorCode="${code}"/>`);
      after += `<bpmn:boundaryEvent id="caught_${code}" attachedToRef="${on}"><bpmn:outgoing>flow_${code}</bpmn:outgoing><bpmn:errorEventDefinition errorRef="error_${code}"/></bpmn:boundaryEvent>
        <bpmn:endEvent id="end_${code}"><bpmn:incoming>flow_${code}</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id="flow_${code}" sourceRef="caught_${code}" targetRef="end_${code}"/>`;
      return builder;
    },
    xml: (): string => {
      add('endEvent', 'end', '');
      const body = nodes.map(({ tag, id: nodeId, inner }, index) => {
        const [documentation = '', rest = inner] = /^(<bpmn:documentation>.*?<\/bpmn:documentation>)(.*)$/s.exec(inner)?.slice(1) ?? [];
        const [ext = '', tail = rest] = /^(<bpmn:extensionElements>.*?<\/bpmn:extensionElements>)(.*)$/s.exec(rest)?.slice(1) ?? [];
        const incoming = index > 0 ? `<bpmn:incoming>f${index}</bpmn:incoming>` : '';
        const outgoing = index < nodes.length - 1 ? `<bpmn:outgoing>f${index + 1}</bpmn:outgoing>` : '';
        const flow = index > 0 ? `<bpmn:sequenceFlow id="f${index}" sourceRef="${nodes[index - 1]?.id}" targetRef="${nodeId}"/>` : '';
        return `<bpmn:${tag} id="${nodeId}" name="${nodeId} heißt so">${documentation}${ext}${incoming}${outgoing}${tail}</bpmn:${tag}>${flow}`;
      });
      return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${bpmn} ${zeebe} ${bpmndi} id="definitions_${id}" targetNamespace="test">
  <bpmn:process id="${id}" isExecutable="true">${body.join('\n')}${after}</bpmn:process>${extra.join('')}
  <bpmndi:BPMNDiagram id="diagram_${id}"><bpmndi:BPMNPlane id="plane_${id}" bpmnElement="${id}"/></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
    },
  };
  return builder;
};

/** Two tables, the second needs the first; the result names are what the other one reads. */
export const aDecision = (id: string, { variable = 'stufe', answer = 'hoch' } = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" id="definitions_${id}" name="Test" namespace="test">
  <decision id="${id}-zuerst" name="Zuerst"><variable id="v1_${id}" name="zwischen"/><literalExpression id="l1_${id}"><text>if wert &gt; 10 then "viel" else "wenig"</text></literalExpression></decision>
  <decision id="${id}" name="Danach">${variable ? `<variable id="v2_${id}" name="${variable}"/>` : ''}
    <informationRequirement id="r_${id}"><requiredDecision href="#${id}-zuerst"/></informationRequirement>
    <decisionTable id="t_${id}" hitPolicy="FIRST">
      <input id="i_${id}" label="Zwischenergebnis"><inputExpression id="e_${id}" typeRef="string"><text>zwischen</text></inputExpression></input>
      <output id="o_${id}" label="Stufe" name="stufe" typeRef="string"/>
      <rule id="regel_viel_${id}"><inputEntry id="a_${id}"><text>"viel"</text></inputEntry><outputEntry id="b_${id}"><text>"${answer}"</text></outputEntry></rule>
      <rule id="regel_sonst_${id}"><inputEntry id="c_${id}"><text></text></inputEntry><outputEntry id="d_${id}"><text>"niedrig"</text></outputEntry></rule>
    </decisionTable></decision>
  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape id="s1_${id}" dmnElementRef="${id}-zuerst"/><dmndi:DMNShape id="s2_${id}" dmnElementRef="${id}"/></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>`;

export const aForm = (id: string, label = 'Grund'): string =>
  JSON.stringify(
    { type: 'default', id, schemaVersion: 16, components: [{ type: 'textfield', key: 'grund', label, id: 'field_grund' }] },
    null,
    2,
  );
