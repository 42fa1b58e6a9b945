import type { Kind } from '../../engine/releases/index.ts';
import { readXml, walk, type XmlElement } from '../../reading/index.ts';
import { type Expression, listExpressions } from './expressions.ts';
import { namesIn } from './feel.ts';
import { isReadable } from './feel-syntax.ts';
import { bracketsOf, readTokens, type Token } from './feel-tokens.ts';
import { findFlood } from './find-flood.ts';
import type { Finding } from './finding.ts';
import { readsOf } from './known-names.ts';

const limits = { repeated: 100 };

const say = ({ elementId, where }: Expression, rule: string, message: string, severity: Finding['severity'] = 'error'): Finding => ({
  severity,
  elementId,
  rule,
  message: `${where}: ${message}`,
});

const lintFlood = (expression: Expression): Finding[] => {
  const flood = findFlood(expression.text);
  return flood ? [say(expression, 'feel-limits', `Der Ausdruck ${flood}. Er könnte die Engine für alle anhalten.`)] : [];
};

/** An open quote or bracket, a word too many: nothing is worked out from it. What could hold up the engine is not read to its end. */
const lintSyntax = (expression: Expression): Finding[] =>
  findFlood(expression.text) || isReadable(expression.text, expression.unary)
    ? []
    : [say(expression, 'feel-unreadable', `„${expression.text}“ ist nicht zu lesen. Fehlt ein Anführungszeichen oder eine Klammer?`)];

/** Each value of the list becomes a step of its own. */
const lintRepetition = (expression: Expression): Finding[] => {
  const tokens = readTokens(expression.text);
  if (expression.where !== 'Die Liste der Wiederholung') return [];
  const values = tokens.filter(({ kind }) => kind === 'number' || kind === 'text').length;
  const counted = tokens.some(({ text }) => text === '..');
  if (values <= limits.repeated && !counted) return [];
  return [
    say(
      expression,
      'feel-limits',
      `Wiederholt wird über eine Liste des Vorgangs, nicht über gezählte Werte (höchstens ${limits.repeated}).`,
    ),
  ];
};

/** By decision, what its columns and expressions read. */
const readsByDecision = (expressions: readonly Expression[]): Map<string, Set<string>> =>
  new Map(
    [...Map.groupBy(expressions, ({ decision }) => decision ?? '')].map(([decision, own]) => [
      decision,
      new Set(own.filter(({ column, unary }) => !column && !unary).flatMap(({ text }) => namesIn(text))),
    ]),
  );

const lintNames = (expression: Expression, columns: ReadonlyMap<string, Set<string>>, others: ReadonlySet<string>): Finding[] => {
  if (!expression.column || expression.decision === undefined) return [];
  const reads = columns.get(expression.decision) ?? new Set();
  return readsOf(expression.text)
    .filter((name) => !reads.has(name) && !others.has(name))
    .map((name) =>
      say(
        expression,
        'feel-name',
        `„${name}“ steht ohne Anführungszeichen und ist keine Angabe, die diese Tabelle liest. Ist der Text gemeint, dann schreiben Sie "${name}".`,
      ),
    );
};

/** What a column holds, in words; empty where its type says nothing. */
const heldIn = (type: string): string => {
  if (['number', 'integer', 'long', 'double'].includes(type)) return 'Zahlen';
  if (['date', 'dateTime', 'time', 'dayTimeDuration', 'yearMonthDuration'].includes(type)) return 'Daten';
  return type === 'boolean' ? 'Ja oder Nein (true, false)' : '';
};

const comparing = ['<', '>', '<=', '>=', '=', '!=', ',', '('];
const ofNumbers = [...comparing, '-', '[', ']', '..', ')', 'not'];

/** A text the column itself is compared with, and not one that is handed to a function. */
const comparesText = (tokens: readonly Token[]): boolean => {
  const brackets = bracketsOf(tokens);
  return tokens.some(({ kind }, index) => {
    const around = brackets[index] ?? -1;
    const free = around < 0 || tokens[around - 1]?.text === 'not';
    const before = tokens[index - 1];
    return kind === 'text' && free && (before === undefined || comparing.includes(before.text));
  });
};

const comparesNumber = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind }) => kind === 'number') && tokens.every(({ kind, text }) => kind === 'number' || ofNumbers.includes(text));

/** `<= "7"` in a column of numbers: the engine compares nothing and the row is dead. */
const lintTypes = (expression: Expression): Finding[] => {
  const { column, unary, text } = expression;
  if (!column || !unary) return [];
  const tokens = readTokens(text);
  const held = heldIn(column.type);
  const sentence = (against: string, there: string): Finding[] => [
    say(
      expression,
      'feel-type',
      `Verglichen wird mit ${against}, in dieser Spalte stehen ${there}. So trifft die Zeile nie zu.`,
      'warning',
    ),
  ];
  if (held && comparesText(tokens)) return sentence('einem Text', held);
  if (column.type !== '' && held !== 'Zahlen' && comparesNumber(tokens)) return sentence('einer Zahl', held || 'keine Zahlen');
  return [];
};

/** A text without `=` is no expression to the engine: it takes the word for a value, or refuses the model. */
const lintConditions = (root: XmlElement): Finding[] =>
  [...walk(root)]
    .filter(({ name, text }) => name === 'conditionExpression' && !text.trimStart().startsWith('='))
    .map(({ text, parent }) => ({
      severity: 'error',
      elementId: parent?.attributes.id ?? '',
      rule: 'condition-expression',
      message: `Die Bedingung „${text.trim()}“ beginnt nicht mit „=“. So wertet die Engine sie nicht aus; gemeint ist etwa „=entscheidung = "ERTEILEN"“.`,
    }));

/** What other decisions of the file answer, and what it names as its inputs. */
const namesOf = (root: XmlElement): string[] =>
  [...walk(root)].filter(({ name }) => name === 'variable' || name === 'inputData').flatMap(({ attributes }) => attributes.name ?? []);

/** What can be said about the expressions of a file without asking the engine. `known` are further names its tables are given. */
export const lintExpressions = (kind: Kind, content: string, known: readonly string[] = []): Finding[] => {
  const expressions = listExpressions(kind, content);
  const flooding = expressions.flatMap((expression) => [
    ...lintFlood(expression),
    ...lintSyntax(expression),
    ...lintRepetition(expression),
  ]);
  if (kind === 'form') return flooding;
  const root = readXml(content);
  if (kind === 'bpmn') return [...flooding, ...lintConditions(root)];
  const columns = readsByDecision(expressions);
  const others = new Set([...known, ...namesOf(root)]);
  return [...flooding, ...expressions.flatMap((expression) => [...lintNames(expression, columns, others), ...lintTypes(expression)])];
};
