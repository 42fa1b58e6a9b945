import type { ModelText } from '../../../services/models/check/check-files.ts';
import { analyse } from '../../../services/models/check/promises/flow-of-values.ts';
import type { Contract } from '../../../services/models/check/promises/index.ts';
import { readLiveSet } from '../../../services/models/check/promises/live-set.ts';
import { isReadLater } from '../../../services/models/check/promises/read-later.ts';
import { createWorld } from '../../../services/models/check/promises/world.ts';
import { facts } from '../../../services/office/index.ts';
import { readFlow } from '../../../services/reading/index.ts';
import type { Mutant } from './mutants.ts';

type Around = { files: readonly ModelText[]; contract: Contract };
/** Why nobody is worse off after a slip, worked out from the models and what the services declare; undefined: somebody may be. */
type Reason = (mutant: Mutant, around: Around) => string | undefined;

const countIn = (text: string, word: string): number => text.match(new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g'))?.length ?? 0;
const wordOf = ({ what }: Mutant): string => what.split(' → ')[0] ?? '';
const elsewhere = ({ files }: Around, mutant: Mutant, word: string): boolean =>
  files.some(({ path, content }) => path !== mutant.path && !path.endsWith('.vectors.json') && countIn(content, word) > 0);
const own = ({ files }: Around, { path }: Mutant): string => files.find((file) => file.path === path)?.content ?? '';

const mapping = /source=(?:"(?<double>[^"]*)"|'(?<single>[^']*)') target="(?<target>\w+)"/;
const readMapping = ({ what }: Mutant): { source: string; target: string } => {
  const { double, single, target = '' } = mapping.exec(what)?.groups ?? {};
  return { source: double ?? single ?? '', target };
};

/** Ids are a process' own; others name them in `vierAugen`, as a text in a mapping, or in a cell. */
const idle: Reason = (mutant, { files }) => {
  const id = wordOf(mutant);
  const names = new RegExp(`"vierAugen" value="[^"]*${id}|source='[^']*"${id}"|<text>[^<]*"${id}"`);
  return files.some(({ content }) => names.test(content))
    ? undefined
    : 'renamed in its process; no model names the step, and no code does (steps-by-purpose.test.ts)';
};

const sameName: Reason = (mutant, { contract }) => {
  const { source, target } = readMapping(mutant);
  if (source === `=${target}`) return 'the step finds the same value under the same name';
  const optional = [...contract.workers.values()]
    .filter(({ inputs }) => inputs.has(target))
    .every(({ inputs }) => !inputs.get(target)?.required);
  return optional && /^=(?:null|\d+|\[\])$/.test(source) ? 'the worker may go without, and has a default of its own' : undefined;
};

const reading = (text: string, name: string): number =>
  countIn(text.replaceAll(new RegExp(`source="=${name}" target="${name}"`, 'g'), '').replaceAll(/target="[^"]*"/g, ''), name);

const isShown = (mutant: Mutant, around: Around, name: string): boolean => {
  const forms = [...own(around, mutant).matchAll(/formId="([\w-]+)"/g)].map(([, id]) => id);
  return around.files.some(
    ({ path, content }) => path.endsWith('.form') && forms.some((id) => content.includes(`"id": "${id}"`)) && countIn(content, name) > 0,
  );
};

const carriedOn: Reason = (mutant, around) => {
  const { source, target } = readMapping(mutant);
  const alone = source === `=${target}` || countIn(source, target) === 0;
  return alone && reading(own(around, mutant), target) === 0 && !isShown(mutant, around, target)
    ? 'no step of this process reads the variable'
    : undefined;
};

/** Followed along the lines: the step still has other outputs, so nothing else leaves it now. */
const setAnew: Reason = (mutant, around) => {
  const { target } = readMapping(mutant);
  const [before, after] = [readFlow(own(around, mutant)), readFlow(mutant.content)];
  const node = before?.nodes.find(({ id, outputs }) => outputs.length > (after?.nodes.find((each) => each.id === id)?.outputs.length ?? 0));
  if (!before || !node || node.outputs.length < 2) return undefined;
  const world = createWorld(readLiveSet(around.files), around.contract);
  return isReadLater(world, analyse(world), before, node, target) ? undefined : 'the process sets the variable anew before a step reads it';
};

/** The field in the form it was marked in. */
const unmarked: Reason = (mutant, around) => {
  const [before, after] = [own(around, mutant), mutant.content];
  const at = [...before].findIndex((letter, index) => letter !== after[index]);
  const key = [...before.slice(0, at).matchAll(/"key": "(\w+)"/g)].at(-1)?.[1] ?? '';
  const read = around.files.some(({ path, content }) => /\.(?:bpmn|dmn)$/.test(path) && countIn(content, key) > 0);
  return read ? undefined : 'no process and no table reads the variable';
};

/** The value of a mapping whose target nothing reads, in this process or as a result of it. */
const unreadValue: Reason = (mutant, around) => {
  const code = wordOf(mutant);
  const target = new RegExp(`"${code}"[^\\n]*target="(\\w+)"`).exec(own(around, mutant))?.[1] ?? '';
  const read = around.files.some(
    ({ path, content }) =>
      !path.endsWith('.vectors.json') && reading(content, target) > 0 && path !== mutant.path && !/"key": "/.test(content),
  );
  return target && !read && reading(own(around, mutant), target) === 0 ? 'no caller reads the result beyond handing it on' : undefined;
};

/** A column of results that no model takes out. */
const unreadColumn: Reason = (mutant, around) => {
  const names = [...own(around, mutant).matchAll(/<output [^>]*name="(\w+)"/g)].map(([, name]) => name ?? '');
  const [variable] = [...own(around, mutant).matchAll(/<variable [^>]*name="(\w+)"/g)].map(([, name]) => name ?? '');
  const taken = names.some((name) => around.files.some(({ content }) => content.includes(`${variable}.${name}`)));
  return taken || !mutant.what.includes(' in if ') ? undefined : 'no model takes the column out; it is shown to people only';
};

const onlyInFile: Reason = (mutant, around) => {
  const key = wordOf(mutant);
  const fact = (facts as Readonly<Record<string, { neededBy?: string }>>)[key];
  return fact?.neededBy || countIn(own(around, mutant), key) > 1
    ? undefined
    : 'the answer stands in the file only; no condition and no code reads it';
};

const notCompared: Reason = (mutant, around) => {
  const code = wordOf(mutant);
  const rest = own(around, mutant).replaceAll(new RegExp(`"value": "${code}"`, 'g'), '');
  const [before, after] = [own(around, mutant), mutant.content];
  const at = [...before].findIndex((letter, index) => letter !== after[index]);
  const key = [...before.slice(0, at).matchAll(/"key": "(\w+)"/g)].at(-1)?.[1] ?? '';
  if (countIn(rest, code) > 0) return undefined;
  return !(key in facts) || !elsewhere(around, mutant, code) ? 'nothing compares with this choice' : undefined;
};

const otherStep: Reason = ({ what, path }, { files }) => {
  const [, purpose] = /aufgabe" value="([\w-]+)"/.exec(what) ?? [];
  return purpose && files.some((file) => file.path !== path && file.content.includes(`name="aufgabe" value="${purpose}"`))
    ? 'another step has the purpose, and one is enough'
    : undefined;
};

const reasons: Readonly<Record<string, Reason>> = {
  'id of an element': idle,
  input: sameName,
  output: (mutant, around) => carriedOn(mutant, around) ?? setAnew(mutant, around),
  'key of a field': onlyInFile,
  'choice of a field': notCompared,
  purpose: otherStep,
  'mark for the engine': unmarked,
  'code of a mapping': unreadValue,
  'code of a result': unreadColumn,
};

export const harmlessBecause: Reason = (mutant, around) => reasons[mutant.kind]?.(mutant, around);
