import type { Kind } from '../../engine/releases/index.ts';
import { Invalid } from '../../platform/errors.ts';
import { assertPlainText } from '../../platform/plain-text.ts';
import { declareUtf8, readXml, XmlRefused } from '../../reading/index.ts';
import type { Finding } from './finding.ts';
import { lintModel } from './lint-bpmn.ts';
import { lintDecision } from './lint-decision.ts';
import { lintExpressions } from './lint-expressions.ts';
import { lintForm } from './lint-form.ts';

/** Looks at one file by itself. Throws Invalid with a sentence when it cannot be read at all: bpmn-js and the engine see the file, too.
 * `known` are names a table is given beside those its columns read. */
export const checkModel = async (kind: Kind, given: string, known: readonly string[] = []): Promise<Finding[]> => {
  const content = kind === 'form' ? given : declareUtf8(given);
  try {
    if (kind !== 'form') readXml(content);
    else assertPlainText(JSON.parse(content));
  } catch (error) {
    if (error instanceof XmlRefused) throw new Invalid(`Die Datei ${error.message}.`);
    if (error instanceof SyntaxError) throw new Invalid(`Die Datei ist kein lesbares JSON (${error.message}).`);
    throw error;
  }
  const own = kind === 'bpmn' ? await lintModel(content) : kind === 'dmn' ? lintDecision(content) : lintForm(content);
  // Where a rule of others has said so already, it is told once.
  const told = new Set(own.filter(({ rule }) => rule.endsWith('feel')).map(({ elementId }) => elementId));
  return [
    ...own,
    ...lintExpressions(kind, content, known).filter(({ rule, elementId }) => rule !== 'feel-unreadable' || !told.has(elementId)),
  ];
};
