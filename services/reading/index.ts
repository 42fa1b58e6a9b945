/** Reads BPMN, DMN and forms: as a tree, as steps, as a table, as fields. Nothing of the engine, nothing of a case. */
export { BPMN, BPMN_DI, documentationOf, extensionOf, propertiesOf, ZEEBE } from './bpmn-element.ts';
export { type DecisionRule, type DecisionTable, readDecisionTables } from './read-decision-table.ts';
export { decisionsOf, isDmn, readDmn } from './read-dmn.ts';
export { type Flow, type FlowLine, type FlowNode, type Mapping, readFlow } from './read-flow.ts';
export { type FormField, readFormFields } from './read-form-fields.ts';
export { type ProcessElement, type ProcessModel, readProcess } from './read-process.ts';
export { declaredEncoding, declareUtf8, decodeUtf8, limits, readXml, walk, type XmlElement, XmlRefused } from './read-xml.ts';
