import { SaxesParser } from 'saxes';

export type DecisionRule = { id: string; annotation: string; inputs: string[]; outputs: string[] };

/** A decision table as people read it: cells are FEEL text, `-` or empty matches anything. */
export type DecisionTable = {
  id: string;
  name: string;
  hitPolicy: string;
  inputs: { label: string; expression: string }[];
  outputs: { label: string; name: string }[];
  rules: DecisionRule[];
  /** Ids of decisions whose results this one reads, with the variable each is known by. */
  requires: { decision: string; variable: string }[];
  variable: string;
};

type Open = { tag: string; text: string };

/** Reads all tables of a DMN file, in the order they stand there. The file has passed the strict parser at its release. */
export const readDecisionTables = (xml: string): DecisionTable[] => {
  const tables: DecisionTable[] = [];
  const stack: Open[] = [];
  let table: DecisionTable | undefined;
  let rule: DecisionRule | undefined;
  const parser = new SaxesParser({ xmlns: true });
  const inside = (tag: string): boolean => stack.some((open) => open.tag === tag);

  parser.on('opentag', (node) => {
    const tag = node.local;
    const value = (name: string): string => node.attributes[name]?.value ?? '';
    stack.push({ tag, text: '' });
    if (tag === 'decision') {
      table = { id: value('id'), name: value('name'), hitPolicy: 'UNIQUE', inputs: [], outputs: [], rules: [], requires: [], variable: '' };
    }
    if (!table) return;
    if (tag === 'variable') table.variable = value('name');
    if (tag === 'decisionTable') table.hitPolicy = value('hitPolicy') || 'UNIQUE';
    if (tag === 'requiredDecision') table.requires.push({ decision: value('href').replace(/^#/, ''), variable: '' });
    if (tag === 'input') table.inputs.push({ label: value('label'), expression: '' });
    if (tag === 'output') table.outputs.push({ label: value('label') || value('name'), name: value('name') });
    if (tag === 'rule') rule = { id: value('id'), annotation: '', inputs: [], outputs: [] };
  });
  const addText = (text: string): void => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (node) => {
    const open = stack.pop();
    if (!open || !table) return;
    const text = open.text.trim();
    const parent = stack.at(-1)?.tag;
    const input = table.inputs.at(-1);
    if (node.local === 'text' && parent === 'inputExpression' && input) input.expression = text;
    else if (node.local === 'text' && parent === 'inputEntry') rule?.inputs.push(text);
    else if (node.local === 'text' && parent === 'outputEntry') rule?.outputs.push(text);
    else if (node.local === 'description' && rule && inside('rule')) rule.annotation ||= text;
    else if (node.local === 'text' && parent === 'annotationEntry' && rule) rule.annotation = text;
    else if (node.local === 'rule' && rule) {
      table.rules.push(rule);
      rule = undefined;
    } else if (node.local === 'decision') {
      tables.push(table);
      table = undefined;
    }
  });
  parser.write(xml).close();
  for (const each of tables) {
    for (const need of each.requires) need.variable = tables.find((other) => other.id === need.decision)?.variable ?? '';
  }
  return tables;
};
