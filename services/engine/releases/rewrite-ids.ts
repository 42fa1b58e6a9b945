import { BPMN, BPMN_DI, decisionsOf, isDmn, readXml, walk, type XmlElement, ZEEBE } from '../../reading/index.ts';
import type { EngineIds, Part } from './parts.ts';

type Change = { element: XmlElement; attribute: string; value: string };

const escapeValue = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Changes single attributes in their tags and nothing else: the released model is the drawn one but for its ids. */
const applyChanges = (text: string, changes: readonly Change[]): string => {
  let result = text;
  // From the end, so that earlier places stay where they are.
  for (const { element, attribute, value } of changes.toSorted((a, b) => b.element.tagStart - a.element.tagStart)) {
    const tag = result.slice(element.tagStart, element.tagEnd);
    const pattern = new RegExp(`(\\s${attribute}\\s*=\\s*)("[^"]*"|'[^']*')`);
    if (!pattern.test(tag)) throw new Error(`The attribute ${attribute} is not where the parser saw it: ${tag.slice(0, 80)}`);
    const changed = tag.replace(pattern, (_, head: string) => `${head}"${escapeValue(value)}"`);
    result = result.slice(0, element.tagStart) + changed + result.slice(element.tagEnd);
  }
  return result;
};

const rewriteBpmn = (part: Part, ids: EngineIds): string => {
  const root = readXml(part.content);
  const changes: Change[] = [];
  const own = ids.process(part.plainId);
  const set = (element: XmlElement, attribute: string, value: string | undefined): void => {
    if (value !== undefined && element.attributes[attribute] !== undefined && element.attributes[attribute] !== value)
      changes.push({ element, attribute, value });
  };
  for (const element of walk(root)) {
    const { processId, decisionId, formId, formKey } = element.attributes;
    if (element.namespace === BPMN && element.name === 'process') set(element, 'id', own);
    if (element.namespace === BPMN && element.name === 'participant' && element.attributes.processRef === part.plainId)
      set(element, 'processRef', own);
    if (element.namespace === BPMN_DI && element.name === 'BPMNPlane' && element.attributes.bpmnElement === part.plainId)
      set(element, 'bpmnElement', own);
    if (element.namespace !== ZEEBE) continue;
    if (element.name === 'calledElement' && processId && !processId.trimStart().startsWith('='))
      set(element, 'processId', ids.process(processId));
    if (element.name === 'calledDecision' && decisionId) set(element, 'decisionId', ids.decision(decisionId));
    if (element.name === 'formDefinition' && formId && formKey === undefined) set(element, 'formId', ids.form(formId));
  }
  return applyChanges(part.content, changes);
};

const rewriteDmn = (part: Part, ids: EngineIds, hash: string): string => {
  const root = readXml(part.content);
  const own = new Set(part.decisionIds);
  const decisions = new Set(decisionsOf(root));
  const changes: Change[] = [{ element: root, attribute: 'id', value: `${root.attributes.id}--${hash}` }];
  for (const element of walk(root)) {
    const { href, dmnElementRef } = element.attributes;
    if (decisions.has(element) && element.attributes.id)
      changes.push({ element, attribute: 'id', value: ids.decision(element.attributes.id) });
    if (href?.startsWith('#') && own.has(href.slice(1)))
      changes.push({ element, attribute: 'href', value: `#${ids.decision(href.slice(1))}` });
    // The diagram's namespace is not DMN's own.
    if (!isDmn(element.namespace) || element.name === 'DMNShape' || element.name === 'DMNEdge') {
      if (dmnElementRef !== undefined && own.has(dmnElementRef))
        changes.push({ element, attribute: 'dmnElementRef', value: ids.decision(dmnElementRef) });
    }
  }
  return applyChanges(part.content, changes);
};

/** The text the engine gets: all ids of parts, in definitions and in references, are the released ones. */
export const rewriteIds = (part: Part & { hash: string; engineId: string }, ids: EngineIds): string => {
  if (part.kind === 'bpmn') return rewriteBpmn(part, ids);
  if (part.kind === 'dmn') return rewriteDmn(part, ids, part.hash);
  return JSON.stringify({ ...(JSON.parse(part.content) as Record<string, unknown>), id: part.engineId }, null, 2);
};
