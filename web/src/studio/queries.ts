import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import type { Change, Changes, Checked, Diff, FileText, ModelFile, ModelFiles } from '../../../services/studio/changes/answers.ts';
import type { CompletedDiagram, FileLook, ImportedFile, Skeleton } from '../../../services/studio/drafting/answers.ts';
import type { DryRun } from '../../../services/studio/dry-run/answers.ts';
import type { Drifts, ReleaseDetail, ReleaseLines } from '../../../services/studio/releases/answers.ts';
import { ApiFault, api } from '../api/client.ts';
import { searchOf } from '../paths.ts';

const base = '/api/process-changes';
const forEver = Number.POSITIVE_INFINITY;

/** All keys begin with `models`: the event that tells of a release or of a change of state has them read again. */
const keys = {
  changes: ['models', 'changes'],
  one: (changeId: string) => ['models', 'change', changeId],
  releases: ['models', 'releases'],
};

export const useChanges = (wanted = true) =>
  useQuery({
    queryKey: keys.changes,
    queryFn: async ({ signal }) => (await api.get<Changes>(base, signal)).items,
    enabled: wanted,
  });

export const useChange = (changeId: string) =>
  useQuery({
    queryKey: keys.one(changeId),
    queryFn: ({ signal }) => api.get<Change>(`${base}/${changeId}`, signal),
    throwOnError: (fault, query) => query.state.data === undefined && !(fault instanceof ApiFault && fault.status === 404),
    retry: false,
    // What was approved becomes a release in a moment; should the event be missed, it is seen all the same.
    refetchInterval: ({ state }) => (state.data?.state === 'freigegeben' ? 2_000 : false),
  });

/** Texts in their present state: what was found out about others is of no use. */
const textsOf = ({ files }: Change): string => files.map(({ path, savedAt, removed }) => `${path} ${savedAt} ${removed}`).join('|');

export const useCheck = (change: Change) =>
  useQuery({
    queryKey: ['check', change.changeId, textsOf(change)],
    queryFn: () => api.post<Checked>(`${base}/${change.changeId}/check`, {}),
    enabled: change.files.length > 0,
    staleTime: forEver,
  });

export const useDiff = (change: Change) =>
  useQuery({
    queryKey: ['diff', change.changeId, textsOf(change), change.state],
    queryFn: ({ signal }) => api.get<Diff>(`${base}/${change.changeId}/diff`, signal),
    enabled: change.files.length > 0,
    placeholderData: (before) => before,
  });

/** Anything done to a change: its answer is the change as it is now, or it is read again. */
export const useChangeAct = <Command = void>(changeId: string, act: (command: Command) => Promise<Change | undefined>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (change) => {
      if (change) client.setQueryData(keys.one(changeId), change);
      else void client.invalidateQueries({ queryKey: keys.one(changeId) });
      void client.invalidateQueries({ queryKey: keys.changes });
      void client.invalidateQueries({ queryKey: keys.releases });
    },
  });
};

const nothing = async (done: Promise<unknown>): Promise<undefined> => {
  await done;
  return undefined;
};

/** The text of a file in the change; of one that is not in it, the released one. */
const readContent = (changeId: string, path: string, signal?: AbortSignal) =>
  api.get<FileText>(`${base}/${changeId}/files${searchOf({ path })}`, signal);

export const useContent = (change: Change, path: string | undefined) =>
  useQuery({
    queryKey: ['content', change.changeId, path, change.files.find((file) => file.path === path)?.savedAt],
    queryFn: async ({ signal }) => (await readContent(change.changeId, path ?? '', signal)).content,
    enabled: path !== undefined,
  }).data;

/** A file in the version that was looked at. */
type Seen = { path: string; version?: number | undefined };

export const changeCalls = (changeId: string) => {
  const at = `${base}/${changeId}`;
  return {
    /** `version`: of the words as they were seen. */
    write: (command: { title?: string; reason?: string; version: number }) => api.patch<Change>(at, command),
    submit: () => api.post<Change>(`${at}/submit`, {}),
    /** `submittedAt` of the change as it was read: what was handed in anew since is not approved unread. */
    approve: (submittedAt: string | null) => api.post<Change>(`${at}/approve`, submittedAt ? { submittedAt } : {}),
    giveBack: (comment: string) => api.post<Change>(`${at}/return`, { comment }),
    discard: () => api.post<Change>(`${at}/discard`, {}),
    reopen: () => api.post<Change>(`${at}/reopen`, {}),
    dryRun: () => api.post<DryRun>(`${at}/dry-run`, {}),
    /** An existing model joins the change as it is released. */
    addFile: (path: string) => nothing(api.put<unknown>(`${at}/files`, { path })),
    dropFile: ({ path, version }: Seen) => api.post<Change>(`${at}/files/revert`, { path, version }),
    /** Keeps the text and compares it with what is released now. */
    rebaseFile: ({ path, version }: Seen) => api.post<Change>(`${at}/files/rebase`, { path, version }),
    /** `process`: which of the file's processes, by its id there; a file with several is refused without (409, `details.choices`). */
    importFile: (file: File, { path, process }: { path?: string | undefined; process?: string | undefined } = {}) => {
      const form = new FormData();
      if (path) form.set('path', path);
      if (process) form.set('process', process);
      form.set('file', file);
      return api.post<ImportedFile>(`${at}/import`, form);
    },
    rewriteFile: async (path: string, rewrite: (text: string) => string) => {
      const { content, version } = await readContent(changeId, path);
      // One that is to go has no text.
      return content === null ? undefined : nothing(api.put<unknown>(`${at}/files`, { path, content: rewrite(content), version }));
    },
    complete: ({ path, version }: Seen) => api.post<CompletedDiagram>('/api/studio/complete', { changeId, path, version }),
  };
};

/** What a drawing holds, before there is a change it could come into. */
export const lookAtFile = (file: File): Promise<FileLook> => {
  const form = new FormData();
  form.set('file', file);
  return api.post<FileLook>('/api/studio/look', form);
};

export type NewChange = { title?: string; reason?: string; files?: { path: string; content?: string }[] };
export const createChange = (command: NewChange): Promise<Change> => api.post<Change>(base, command);
export const createSkeleton = (command: { id: string; name: string; section: string }) =>
  api.post<Skeleton>('/api/studio/skeleton', { kind: 'process', ...command });

export const readModelFiles = async (signal?: AbortSignal): Promise<ModelFile[]> =>
  (await api.get<ModelFiles>('/api/model-files', signal)).items;

export const useModelFiles = (wanted = true) =>
  useQuery({ queryKey: ['models', 'files'], queryFn: ({ signal }) => readModelFiles(signal), enabled: wanted });

export const useReleases = (before: number | undefined) =>
  useQuery({
    queryKey: [...keys.releases, before ?? 'newest'],
    queryFn: async ({ signal }) => (await api.get<ReleaseLines>(`/api/model-releases${searchOf({ limit: 50, before })}`, signal)).items,
  });

export const useRelease = (releaseNo: number) =>
  useQuery({
    queryKey: [...keys.releases, 'one', releaseNo],
    queryFn: ({ signal }) => api.get<ReleaseDetail>(`/api/model-releases/${releaseNo}`, signal),
    throwOnError: (fault, query) => query.state.data === undefined && !(fault instanceof ApiFault && fault.status === 404),
    refetchInterval: ({ state: { data } }) => (data?.undo && !data.undo.failure && data.undoneBy === null ? 1_000 : false),
  });

export const useUndo = (releaseNo: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post<unknown>(`/api/model-releases/${releaseNo}/undo`, reason ? { reason } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['models'] }),
  });
};

export const useDrift = () =>
  useQuery({
    queryKey: ['models', 'drift'],
    queryFn: async ({ signal }) => (await api.get<Drifts>('/api/model-drift', signal)).items,
  });
