import { join } from 'node:path';
import Joi from 'joi';
import { type Message, messages } from '../../../cases/index.ts';
import type { AnyWorker, Declared } from '../../../engine/define-worker.ts';
import { loadByPath } from '../../../engine/index.ts';
import { readCatalogue } from '../../../legal/index.ts';
import { type PlainLetter, plainLetters, readTemplates, whyNotPlain } from '../../../letters/index.ts';
import { codesOf, type FactKey, facts, knownGroups } from '../../../office/index.ts';

export type WorkerPromise = {
  /** The file that does the job, as people name it. */
  file: string;
  inputs: ReadonlyMap<string, { schema: Joi.Schema; required: boolean }>;
  output: Declared;
};

/** What the services do for models and what they ask of them. */
export type Contract = {
  workers: ReadonlyMap<string, WorkerPromise>;
  messages: ReadonlyMap<string, Message>;
  groups: ReadonlySet<string>;
  skills: ReadonlySet<string>;
  /** Codes of the office that no model gives: its teams, and what fees are asked for. */
  codes: ReadonlySet<string>;
  /** Facts that no form asks, because a service notes them. */
  givenFacts: ReadonlySet<string>;
  /** Letters any step may send, with the values they need. */
  letters: ReadonlyMap<string, PlainLetter>;
  /** All others, with the reason. */
  refusedLetters: ReadonlyMap<string, string>;
};

const givenFacts: ReadonlySet<string> = new Set((Object.keys(facts) as FactKey[]).filter((key) => facts[key].asked === 'service'));

const inputsOf = (input: Joi.PartialSchemaMap<unknown>): WorkerPromise['inputs'] => {
  const object = Joi.object(input as Joi.PartialSchemaMap);
  const keys = object.describe().keys as Record<string, { flags?: { presence?: string } }>;
  return new Map(
    Object.entries(keys).map(([name, { flags }]) => [name, { schema: object.extract(name), required: flags?.presence === 'required' }]),
  );
};

/** `gebuehr.AE_ERTEILUNG` is the fee of the service AE_ERTEILUNG (processes/rechtswerte.json). */
const feeCodes = (): string[] => readCatalogue().werte.flatMap(({ key }) => /^gebuehr\.([A-Z][A-Z0-9_]*)$/.exec(key)?.[1] ?? []);

const refusedLetters = (): Contract['refusedLetters'] =>
  new Map(
    [...readTemplates()].flatMap(([type, template]) => {
      const why = whyNotPlain(template);
      return why ? [[type, why] as const] : [];
    }),
  );

const readContract = async (): Promise<Contract> => {
  const found = await loadByPath<AnyWorker>(join(import.meta.dirname, '../../..'), 'workers');
  const workers = found.map(({ feature, name, value }): [string, WorkerPromise] => [
    value.type ?? name,
    { file: `services/${feature}/workers/${name}.ts`, inputs: inputsOf(value.input), output: value.output ?? {} },
  ]);
  const codes = new Set([...codesOf('teams'), ...feeCodes()]);
  return {
    workers: new Map(workers),
    messages,
    groups: knownGroups,
    skills: new Set(codesOf('kenntnisse')),
    codes,
    givenFacts,
    letters: plainLetters(),
    refusedLetters: refusedLetters(),
  };
};

let own: Promise<Contract> | undefined;

/** Of the services this program runs; it changes with a new start only. */
export const ownContract = (): Promise<Contract> => {
  own ??= readContract();
  return own;
};
