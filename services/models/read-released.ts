import type { Kind, ReleaseContent, Releases } from '../engine/releases/index.ts';
import {
  type DecisionTable,
  type FormField,
  type ProcessModel,
  readDecisionTables,
  readFormFields,
  readProcess,
} from '../reading/index.ts';

/** Texts of releases never change, so each is read once for as long as its release is remembered. */
const remember = <T>(read: (content: string) => T) => {
  const known = new WeakMap<ReleaseContent, T>();
  return (content: ReleaseContent): T => {
    const found = known.get(content) ?? read(content.content);
    known.set(content, found);
    return found;
  };
};

const asProcess = remember(readProcess);
const asTables = remember(readDecisionTables);
const asFields = remember(readFormFields);

const find =
  <T>(kind: Kind, read: (content: ReleaseContent) => T) =>
  async (releases: Releases, id: string, version?: number): Promise<{ version: number; current: boolean; read: T } | undefined> => {
    const content = await releases.findContent(id, kind, version);
    return content && { version: content.release, current: content.current, read: read(content) };
  };

/** The current release, or the one asked for; undefined where there is none. */
export const findProcess = find<ProcessModel>('bpmn', asProcess);
export const findTables = find<DecisionTable[]>('dmn', asTables);
export const findFields = find<FormField[]>('form', asFields);
