import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { lintFolder } from '../../../.config/lint-models.ts';

const root = join(import.meta.dirname, '../../..');

/** The real folder with one change; what the check says about it. */
const afterChange = async (file: string, from: string, to: string): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-models-'));
  try {
    await cp(join(root, 'processes'), folder, { recursive: true });
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    await writeFile(join(folder, file), text.replaceAll(from, to));
    const findings = await lintFolder(folder);
    return findings.map(({ rule, message }) => `${rule}: ${message}`);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const planted: [what: string, file: string, from: string, to: string, expected: RegExp][] = [
  ['a job type without a worker', 'duldung/duldung.bpmn', 'type="azr-abfragen"', 'type="azr-fragen"', /^job-type: .*azr-fragen/],
  ['a message nobody sends', 'vorgang/vorgang.bpmn', 'name="neu-zuordnen"', 'name="neu-gemischt"', /^message-name: .*neu-gemischt/],
  [
    'a form that does not exist',
    'duldung/duldung.bpmn',
    'formId="duldung-grund"',
    'formId="duldung-gruende"',
    /^bundle: .*duldung-gruende/,
  ],
  ['a decision that does not exist', 'duldung/duldung.bpmn', 'decisionId="befristung"', 'decisionId="fristen"', /^bundle: .*fristen/],
  ['a called process that does not exist', 'duldung/duldung.bpmn', 'processId="bescheid"', 'processId="bescheide"', /^bundle: .*bescheide/],
  [
    'a call of a process that starts by itself',
    'duldung/duldung.bpmn',
    'processId="bescheid"',
    'processId="vorgang"',
    /^bundle: .*startet durch eine Nachricht/,
  ],
  [
    'a decision without variable',
    'decisions/team.dmn',
    '<variable id="variable_team" name="teamErgebnis" />',
    '',
    /^bundle: .*Ergebnisnamen/,
  ],
  [
    'a norm in a letter that does not exist',
    'letters/anhoerung.md',
    '§ 82 Absatz 1',
    '§ 82x Absatz 1',
    /^norm-known: Die Norm § 82x AufenthG/,
  ],
  [
    'a norm in the catalogue that does not exist',
    'rechtswerte.json',
    '§ 36 Abs. 2 BeschV',
    '§ 63 Abs. 2 BeschV',
    /^norm-known: Die Norm § 63 BeschV/,
  ],
  [
    'two Fassungen on one day',
    'rechtswerte.json',
    '"gueltigBis": "2025-12-31"',
    '"gueltigBis": "2026-01-01"',
    /^legal-values: .*überschneiden/,
  ],
  ['a block that does not say so', 'blocks/bescheid/bescheid.bpmn', 'value="baustein"', 'value="verfahren"', /^block-folder: /],
];

for (const [what, file, from, to, expected] of planted) {
  test(`${what} is found`, async (t) => {
    const findings = await afterChange(file, from, to);
    t.true(
      findings.some((finding) => expected.test(finding)),
      findings.join('\n'),
    );
  });
}
