// Checks everything below processes/ without an engine: each file by itself, what refers to what, and that the services answer what models ask for.
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readBundle } from '../services/engine/deployment/read-bundle.ts';
import { readXml, walk } from '../services/engine/deployment/read-xml.ts';
import { resolveBundle } from '../services/engine/deployment/resolve-bundle.ts';
import { BundleRefused } from '../services/engine/errors.ts';
import { checkCatalogue } from '../services/legal/catalogue.ts';
import { findUnknownNorms } from '../services/legal/norms.ts';
import { checkModel } from '../services/models/check/check-model.ts';
import type { Finding } from '../services/models/check/finding.ts';

type Located = Finding & { file: string };
type Services = { jobTypes: ReadonlySet<string>; text: string };

const error = (file: string, elementId: string, rule: string, message: string): Located => ({
  severity: 'error',
  file,
  elementId,
  rule,
  message,
});

/** A worker's file name is its job type, and whoever publishes a message has its name in the code. */
export const readServices = async (folder: string): Promise<Services> => {
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: folder }));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const workers = files.filter((file) => /^[^/\\]+[/\\]workers[/\\]/.test(file));
  return { jobTypes: new Set(workers.map((file) => basename(file, '.ts'))), text: texts.join('\n') };
};

const findUnanswered = (file: string, content: string, services: Services): Located[] => {
  const findings: Located[] = [];
  const elements = [...walk(readXml(content))];
  for (const { name, attributes, parent } of elements) {
    const { type, id = '' } = attributes;
    const owner = parent?.parent?.attributes.id ?? '';
    if (name === 'taskDefinition' && type && !services.jobTypes.has(type)) {
      findings.push(error(file, owner, 'job-type', `Für den Auftrag „${type}“ gibt es keinen Worker (services/*/workers/${type}.ts).`));
    }
    if (name === 'message' && attributes.name && !services.text.includes(attributes.name)) {
      findings.push({
        ...error(file, id, 'message-name', `Die Nachricht „${attributes.name}“ schickt hier niemand.`),
        severity: 'warning',
      });
    }
  }
  const isBlock = elements.some(
    ({ name, attributes }) => name === 'property' && attributes.name === 'art' && attributes.value === 'baustein',
  );
  if (isBlock !== file.startsWith('blocks/'))
    findings.push(error(file, '', 'block-folder', 'Bausteine (art = baustein) liegen unter blocks/, und nur sie.'));
  return findings;
};

/** Letters, articles and the numbers of the law name norms, too. */
const lintTexts = async (folder: string): Promise<Located[]> => {
  const files = await Array.fromAsync(glob(['letters/*.md', 'wissen/*.md', 'rechtswerte.json'], { cwd: folder }));
  const found = files.toSorted().map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8');
    const wrong = file.endsWith('.json') ? checkCatalogue(JSON.parse(text)) : [];
    return [
      ...wrong.map((message) => error(file, '', 'legal-values', message)),
      ...findUnknownNorms(text).map((message) => error(file, '', 'norm-known', message)),
    ];
  });
  return (await Promise.all(found)).flat();
};

/** All findings about a folder of models. Without `services` nobody is asked whether job types and messages are answered. */
export const lintFolder = async (folder: string, services?: Services): Promise<Located[]> => {
  const { parts, findings } = await readBundle(folder);
  const refused: string[] = [];
  try {
    resolveBundle(parts, findings);
  } catch (thrown) {
    if (!(thrown instanceof BundleRefused)) throw thrown;
    refused.push(...thrown.findings);
  }
  const located = refused.map((message) => error('', '', 'bundle', message));
  for (const { kind, file, content } of parts.filter((part) => part.content)) {
    located.push(...(await checkModel(kind, content)).map((finding) => ({ ...finding, file })));
    if (kind === 'bpmn' && services) located.push(...findUnanswered(file, content, services));
  }
  located.push(...(await lintTexts(folder)));
  return located;
};

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const findings = await lintFolder(join(root, 'processes'), await readServices(join(root, 'services')));
  for (const { severity, file, elementId, rule, message } of findings) {
    process.stdout.write(`${severity === 'error' ? '✘' : '!'} ${[file, elementId].filter(Boolean).join(' ')}: ${message} [${rule}]\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(`models: ${errors} errors, ${findings.length - errors} warnings\n`);
  process.exitCode = errors > 0 ? 1 : 0;
}
