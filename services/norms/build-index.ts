import type { Releases } from '../engine/releases/index.ts';
import { readDecisions } from './read-decisions.ts';
import { readForms } from './read-forms.ts';
import { listProcesses, readModels } from './read-models.ts';
import { readLetters, readValues } from './read-repository.ts';
import type { DecisionPlace, Entry, FormPlace, LetterPlace, ModelPlace, ValuePlace } from './types.ts';

export type NormIndex = {
  models: Entry<ModelPlace>[];
  decisions: Entry<DecisionPlace>[];
  forms: Entry<FormPlace>[];
  letters: Entry<LetterPlace>[];
  values: Entry<ValuePlace>[];
};

const build = async (releases: Releases): Promise<NormIndex> => {
  const processes = await listProcesses(releases);
  const [decisions, forms] = await Promise.all([readDecisions(releases), readForms(releases, processes)]);
  return { models: readModels(processes), decisions, forms, letters: readLetters(), values: readValues() };
};

const built = new WeakMap<Releases, { current: string; index: Promise<NormIndex> }>();

/** The index of what is released now. Built when it is first asked for, and again once another release is current; letters and values change with a start only. */
export const getIndex = async (releases: Releases): Promise<NormIndex> => {
  const current = (await releases.list({ currentOnly: true })).map((each) => `${each.kind} ${each.plainId} ${each.release}`).join('\n');
  const known = built.get(releases);
  if (known?.current === current) return known.index;
  const index = build(releases);
  built.set(releases, { current, index });
  index.catch(() => built.delete(releases));
  return index;
};
