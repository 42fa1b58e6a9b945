import type { XmlElement } from './read-xml.ts';

/** Every version of DMN has its own namespace below this one. */
export const isDmn = (namespace: string): boolean =>
  namespace.startsWith('https://www.omg.org/spec/DMN/') || namespace.startsWith('http://www.omg.org/spec/DMN/');

export type DmnFile = { plainId: string; decisionIds: string[]; findings: string[] };

export const decisionsOf = (root: XmlElement): XmlElement[] =>
  root.children.filter((child) => isDmn(child.namespace) && child.name === 'decision');

export const readDmn = (root: XmlElement): DmnFile => {
  const findings: string[] = [];
  if (!isDmn(root.namespace) || root.name !== 'definitions') findings.push('ist kein DMN-Modell');
  const decisions = decisionsOf(root);
  if (decisions.length === 0) findings.push('enthält keine Entscheidung');
  const ids = new Set<string>();
  for (const decision of decisions) {
    const { id } = decision.attributes;
    if (!id) {
      findings.push('enthält eine Entscheidung ohne id');
      continue;
    }
    if (ids.has(id)) findings.push(`enthält die Entscheidung ${id} zweimal`);
    ids.add(id);
    // Without it the result is known by the decision's id, and once that has a hash, whoever needs it silently reads null.
    const variable = decision.children.find((child) => child.name === 'variable');
    if (!variable?.attributes.name) findings.push(`die Entscheidung ${id} hat keinen Ergebnisnamen (<variable name="…">)`);
  }
  const required = new Set<string>();
  for (const decision of decisions) {
    for (const requirement of decision.children.filter((child) => child.name === 'informationRequirement')) {
      for (const { name, attributes } of requirement.children) {
        if (name !== 'requiredDecision') continue;
        const target = attributes.href?.replace(/^#/, '') ?? '';
        required.add(target);
        if (!ids.has(target)) findings.push(`die Entscheidung ${decision.attributes.id} braucht ${target}, die es in der Datei nicht gibt`);
      }
    }
  }
  if (!root.attributes.id) findings.push('hat keine id');
  // People speak of the decision a table is for: the one no other in the file needs.
  const last = [...ids].filter((id) => !required.has(id));
  return { plainId: (last.length === 1 && last[0]) || (root.attributes.id ?? ''), decisionIds: [...ids], findings };
};
