import type { Releases } from '../engine/releases/index.ts';
import { findProcess } from '../models/index.ts';
import type { ProcessModel } from '../reading/index.ts';
import { makeEntry } from './make-entry.ts';
import type { Entry, ModelPlace } from './types.ts';

type Said = { id: string | null; name: string; documentation: string; properties: Record<string, string>; calledProcess?: string | null };

const entriesOf = (model: ProcessModel, { id, name, documentation, properties, calledProcess }: Said): Entry<ModelPlace>[] => {
  const place = { kind: 'models' as const, processId: model.id, name: model.name, elementId: id, element: name, basis: false };
  const about = [name, documentation, calledProcess ?? '', ...Object.values(properties)].join(' ');
  return [
    ...Object.entries(properties).flatMap(([property, value]) =>
      makeEntry({ ...place, where: 'property' as const, basis: property === 'norm' }, value, about),
    ),
    ...makeEntry({ ...place, where: 'name' as const }, name, about),
    ...makeEntry({ ...place, where: 'documentation' as const }, documentation, about),
  ];
};

export const listProcesses = async (releases: Releases): Promise<ProcessModel[]> => {
  const released = await releases.list({ kind: 'bpmn', currentOnly: true });
  const found = await Promise.all(released.map((each) => findProcess(releases, each.plainId)));
  return found.flatMap((each) => (each ? [each.read] : []));
};

/** What the processes and their steps say of the law. */
export const readModels = (processes: readonly ProcessModel[]): Entry<ModelPlace>[] =>
  processes.flatMap((model) => [
    ...entriesOf(model, { id: null, name: model.name, documentation: model.documentation, properties: model.properties }),
    ...model.elements.flatMap((element) => entriesOf(model, element)),
  ]);
