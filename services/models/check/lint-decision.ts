import { findUnknownNorms } from '../../legal/index.ts';
import { type DecisionTable, isDmn, readDecisionTables, readXml, walk, type XmlElement, XmlRefused } from '../../reading/index.ts';
import { findUnfairNames, unfairSentence } from './fairness.ts';
import type { Finding } from './finding.ts';
import { findPersonalReads, personalSentence } from './personal-data.ts';

/** Zeebe refuses PRIORITY and OUTPUT ORDER. */
const hitPolicies = ['UNIQUE', 'FIRST', 'ANY', 'RULE ORDER', 'COLLECT'];

const error = (elementId: string, rule: string, message: string): Finding => ({ severity: 'error', elementId, rule, message });

const checkExpression = (elementId: string, expression: string): Finding[] => {
  const unfair = findUnfairNames(expression);
  return unfair.length > 0 ? [error(elementId, 'fair-conditions', unfairSentence(unfair))] : [];
};

const lintTable = ({ id, variable, hitPolicy, inputs, outputs, rules, requires }: DecisionTable): Finding[] => {
  const findings: Finding[] = [];
  // Without it the result is known by the decision's id; released ids carry a hash, and the reading table would silently see null.
  if (!variable) findings.push(error(id, 'decision-variable', 'Der Entscheidung fehlt der Name ihres Ergebnisses (variable).'));
  for (const { decision, variable: name } of requires) {
    if (!name)
      findings.push(
        error(id, 'decision-variable', `Die Entscheidung liest ${decision}; die fehlt in dieser Datei oder hat keinen Ergebnisnamen.`),
      );
  }
  if (rules.length === 0) return findings;
  if (!hitPolicies.includes(hitPolicy)) {
    findings.push(error(id, 'hit-policy', `Die Trefferregel ${hitPolicy} kennt die Engine nicht. Möglich sind ${hitPolicies.join(', ')}.`));
  }
  if (new Set(rules.map((rule) => rule.id)).size < rules.length) findings.push(error(id, 'rule-id', 'Zwei Zeilen haben dieselbe id.'));
  for (const { label, expression } of inputs) {
    if (!expression) findings.push(error(id, 'input-expression', `Die Spalte „${label}“ liest nichts.`));
    if (!label) findings.push(error(id, 'column-label', `Der Spalte ${expression} fehlt eine deutsche Überschrift.`));
    findings.push(...checkExpression(id, expression));
    const personal = findPersonalReads(expression);
    if (personal.length > 0) findings.push(error(id, 'personal-data', personalSentence(personal)));
  }
  for (const output of outputs)
    if (!output.name) findings.push(error(id, 'output-name', `Der Ergebnisspalte „${output.label}“ fehlt der Name.`));
  for (const rule of rules) {
    if (!rule.annotation)
      findings.push({ severity: 'warning', elementId: rule.id, rule: 'rule-reason', message: 'Dieser Zeile fehlt der Grund mit Norm.' });
    findings.push(...[...rule.inputs, ...rule.outputs].flatMap((cell) => checkExpression(rule.id, cell)));
  }
  return findings;
};

/** What the engine can also decide by, and nobody here reads or tries: functions of one's own can call themselves. */
const otherKinds = ['businessKnowledgeModel', 'functionDefinition', 'invocation', 'context', 'list', 'relation', 'decisionService'];

const lintKinds = (xml: string): Finding[] =>
  [...walk(readXml(xml))]
    .filter(({ name, namespace }) => isDmn(namespace) && otherKinds.includes(name))
    .map((element) => error(ownerOf(element), 'decision-kind', `Möglich sind Tabellen und einzelne Ausdrücke, nicht „${element.name}“.`));

/** Literal expressions read names, too. */
const lintLiterals = (xml: string): Finding[] =>
  [...walk(readXml(xml))]
    .filter(({ name, parent }) => name === 'text' && parent?.name === 'literalExpression')
    .flatMap((element) => checkExpression(ownerOf(element), element.text));

/** Each decision names its law and the day it was checked. */
const lintLegalBasis = (xml: string): Finding[] => {
  const decisions = [...walk(readXml(xml))].filter(({ name }) => name === 'decision');
  return decisions.flatMap((decision) => {
    const names = [...walk(decision)].filter(({ name }) => name === 'property').map(({ attributes }) => attributes.name);
    const missing = ['norm', 'rechtsstand'].filter((name) => !names.includes(name));
    return missing.length === 0
      ? []
      : [error(decision.attributes.id ?? '', 'legal-basis', `Der Entscheidung fehlt ${missing.join(' und ')}.`)];
  });
};

const decisionTexts = new Set(['description', 'text']);

/** What a table says about the law stands in the fixture of norms: descriptions, cells and the property norm. A row's fault points to the row. */
const lintNorms = (xml: string): Finding[] =>
  [...walk(readXml(xml))].flatMap((element) => {
    const said = decisionTexts.has(element.name) ? element.text : element.name === 'property' ? (element.attributes.value ?? '') : '';
    return findUnknownNorms(said).map((fault) => error(ownerOf(element), 'norm-known', fault));
  });

const ownerOf = (element: XmlElement): string => {
  for (let each: XmlElement | null = element; each; each = each.parent)
    if (['rule', 'decision', 'definitions'].includes(each.name)) return each.attributes.id ?? '';
  return '';
};

/** All findings about a DMN text. */
export const lintDecision = (xml: string): Finding[] => {
  try {
    const legal = lintLegalBasis(xml);
    const tables = readDecisionTables(xml);
    if (tables.length === 0) return [error('', 'dmn', 'Die Datei enthält keine Entscheidung.')];
    return [...tables.flatMap(lintTable), ...lintKinds(xml), ...lintLiterals(xml), ...legal, ...lintNorms(xml)];
  } catch (thrown) {
    if (!(thrown instanceof XmlRefused)) throw thrown;
    return [error('', 'dmn', `Die Datei ${thrown.message}.`)];
  }
};
