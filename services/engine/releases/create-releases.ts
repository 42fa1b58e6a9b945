import type { Logger } from 'pino';
import { openSession } from '../../../db/session.ts';
import type { Database } from '../contracts.ts';
import { describeElements, type ModelElement } from './describe-elements.ts';
import type { ElementDescription, Kind, ReleaseContent, Releases } from './releases.ts';
import { findReleaseContent, listReleaseRows, publicRelease, type ReleaseRow, releasesChannel } from './store.ts';

type Options = { db: Database; databaseUrl: string; log: Logger };

const withoutHash = (engineId: string): string => engineId.replace(/--[0-9a-f]{8}$/, '');

/** `find('routing', 'dmn')` means a decision or the file it stands in: people say the one and the engine files under the other. */
const isCalled = (row: ReleaseRow, plainId: string): boolean => row.plainId === plainId || row.decisionIds.includes(plainId);

const hasKey = (row: ReleaseRow, key: string): boolean => row.definitionKey === key || row.formerKeys.includes(key);

/**
 * Reads releases through memory. The list is read again when a release is announced, when the connection that hears it was gone, and on every miss;
 * texts never change and are kept.
 */
export const createReleases = ({ db, databaseUrl, log }: Options): Releases => {
  let rows: Promise<ReleaseRow[]> | undefined;
  const contents = new Map<string, Promise<ReleaseContent | undefined>>();
  const models = new Map<string, Promise<Map<string, ModelElement>>>();

  const forget = (): void => {
    rows = undefined;
  };
  const session = openSession({
    databaseUrl,
    name: 'releases',
    log,
    onOpen: async (client) => {
      await client.query(`listen ${releasesChannel}`);
      forget();
    },
    onNotification: forget,
  });

  const listRows = (): Promise<ReleaseRow[]> => {
    // While nobody would tell us of a new release, memory is not to be trusted.
    if (!session.connected()) return listReleaseRows(db);
    if (!rows) {
      const reading = listReleaseRows(db);
      rows = reading;
      reading.catch(() => rows === reading && forget());
    }
    return rows;
  };

  const findRow = async (matches: (row: ReleaseRow) => boolean): Promise<ReleaseRow | undefined> => {
    const hit = (await listRows()).find(matches);
    if (hit || !rows) return hit;
    forget();
    return (await listRows()).find(matches);
  };

  const readContent = (releaseId: string): Promise<ReleaseContent | undefined> => {
    const known = contents.get(releaseId) ?? findReleaseContent(db, releaseId);
    contents.set(releaseId, known);
    known.catch(() => contents.delete(releaseId));
    return known;
  };

  const readModel = (row: ReleaseRow): Promise<Map<string, ModelElement>> => {
    const known =
      models.get(row.releaseId) ?? readContent(row.releaseId).then((content) => describeElements(content?.deployedContent ?? ''));
    models.set(row.releaseId, known);
    known.catch(() => models.delete(row.releaseId));
    return known;
  };

  const findByEngineId = async (engineId: string, definitionKey?: string): Promise<ReleaseRow | undefined> => {
    const plainId = withoutHash(engineId);
    const matches = (row: ReleaseRow): boolean =>
      row.engineId === engineId || (row.decisionIds.includes(plainId) && engineId === `${plainId}--${row.hash}`);
    const exact = definitionKey && (await listRows()).find((row) => hasKey(row, definitionKey) && matches(row));
    // Rows are newest first, so without a key a process that keeps its id is described by its latest release.
    return exact || findRow(matches);
  };

  const isAhead = async (engineId: string, definitionKey: string): Promise<boolean> => {
    if (withoutHash(engineId) !== engineId) return false;
    const seems = async (): Promise<boolean> => {
      const roots = (await listRows()).filter((row) => row.kind === 'bpmn' && row.engineId === engineId);
      const current = roots.find((row) => row.current);
      if (!current || roots.some((row) => hasKey(row, definitionKey))) return false;
      // The engine counts keys up. A lower one nobody knows is of a release that never came to its commit and was passed by another.
      return BigInt(definitionKey) > BigInt(current.definitionKey);
    };
    if (!(await seems())) return false;
    forget();
    return seems();
  };

  const describeElement = async (
    engineProcessId: string,
    elementId: string,
    definitionKey?: string,
  ): Promise<ElementDescription | undefined> => {
    const row = await findByEngineId(engineProcessId, definitionKey);
    const element = row && (await readModel(row)).get(elementId);
    if (!element) return undefined;
    const form = element.formId ? await findRow((each) => each.kind === 'form' && each.engineId === element.formId) : undefined;
    const content = form && (await readContent(form.releaseId));
    return {
      ...element,
      current: row.current,
      formId: element.formId && withoutHash(element.formId),
      formContent: content ? (JSON.parse(content.content) as Record<string, unknown>) : null,
    };
  };

  return {
    find: async (plainId, kind = 'bpmn') => {
      const row = await findRow((each) => each.current && each.kind === kind && isCalled(each, plainId));
      if (!row) return undefined;
      return { release: row.release, engineId: row.decisionIds.includes(plainId) ? `${plainId}--${row.hash}` : row.engineId };
    },
    findContent: async (plainId: string, kind: Kind, release?: number) => {
      const row = await findRow(
        (each) => each.kind === kind && isCalled(each, plainId) && (release === undefined ? each.current : each.release === release),
      );
      return row && readContent(row.releaseId);
    },
    list: async ({ plainId, kind, currentOnly = false } = {}) =>
      (await listRows())
        .filter((row) => (!plainId || isCalled(row, plainId)) && (!kind || row.kind === kind) && (!currentOnly || row.current))
        .map(publicRelease),
    plainIdOf: withoutHash,
    findByEngineId: async (engineId, definitionKey) => {
      const row = await findByEngineId(engineId, definitionKey);
      return row && publicRelease(row);
    },
    describeElement,
    isAhead,
    forget,
    stop: session.close,
  };
};
