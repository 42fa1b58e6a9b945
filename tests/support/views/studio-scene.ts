import { as } from '../office.ts';
import { aChange, bringIntoForce, dryRun, repositoryFile, ruleOf, swap, takeBack } from '../studio.ts';

/** Changes in each state people look at, and a release that was taken back: the office runs as before. */
export type StudioScene = { draftId: string; waitingId: string; inForceId: string; releaseNo: number; newProcessId: string };

export const noStudio: StudioScene = { draftId: '', waitingId: '', inForceId: '', releaseNo: 1, newProcessId: '' };

type Line = { changeId: string; title: string; state: string; releaseNo: number | null };

/** Made once in an office: other files of views look at the same ones. */
const once = async (title: string, state: string, make: () => Promise<string>): Promise<Line> => {
  const find = async (): Promise<Line | undefined> =>
    (await as('pv').get('/api/process-changes')).body.items.find((line: Line) => line.title === title && line.state === state);
  const known = await find();
  if (known) return known;
  await make();
  const made = await find();
  if (!made) throw new Error(`the change "${title}" is not ${state}`);
  return made;
};

const note = 'wiedervorlage/wiedervorlage.form';
const renamed = (): string => swap(repositoryFile(note), '"label": "Vermerk"', '"label": "Kurzer Vermerk"');

const aDraft = async (): Promise<string> => {
  const process = swap(repositoryFile('duldung/duldung.bpmn'), 'name="Duldung erteilen?"', 'name="Duldung erteilen"');
  return (
    await aChange('Ansicht: Entwurf', [
      { path: 'duldung/duldung.bpmn', content: process },
      { path: note, content: renamed() },
    ])
  ).changeId;
};

type Example = { name: string; output: Record<string, unknown> };

const aWaitingOne = async (): Promise<string> => {
  const path = 'decisions/prioritaet.dmn';
  const table = repositoryFile(path);
  const rule = ruleOf(table, 'D3_08');
  const content = swap(table, rule, swap(rule, '<text>3</text>', '<text>2</text>'));
  const examples = path.replace('.dmn', '.vectors.json');
  const answered = (JSON.parse(repositoryFile(examples)) as Example[]).map((each) =>
    each.name.startsWith('D3_08') ? { ...each, output: { ...each.output, prioritaet: 2 } } : each,
  );
  const { changeId } = await aChange('Ansicht: wartet', [
    { path, content },
    { path: examples, content: JSON.stringify(answered, null, 2) },
  ]);
  await dryRun(changeId);
  const { status, body } = await as('pv').post(`/api/process-changes/${changeId}/submit`);
  if (status !== 200) throw new Error(`the change could not be handed in: ${JSON.stringify(body)}`);
  return changeId;
};

const aReleasedOne = async (): Promise<string> => {
  const { changeId } = await aChange('Ansicht: in Kraft', [{ path: note, content: renamed() }]);
  await takeBack(await bringIntoForce(changeId));
  return changeId;
};

const aNewProcess = async (): Promise<string> => {
  const { body } = await as('pv').post('/api/studio/skeleton', { kind: 'process', id: 'ansicht-neu', name: 'Ansicht neu', section: 'SG3' });
  return (await aChange('Ansicht: neuer Prozess', body.files)).changeId;
};

/** What is new is read: a strip above the list would take the place of tasks. */
export const readNotes = async (account: string): Promise<void> => {
  const { body } = await as(account).get('/api/release-notes');
  for (const { noteId, read } of body.items as { noteId: string; read: boolean }[])
    if (!read) await as(account).post(`/api/release-notes/${noteId}/read`);
};

export const setStudioScene = async (): Promise<StudioScene> => {
  const draft = await once('Ansicht: Entwurf', 'entwurf', aDraft);
  const waiting = await once('Ansicht: wartet', 'zur-freigabe', aWaitingOne);
  const released = await once('Ansicht: in Kraft', 'in-kraft', aReleasedOne);
  await readNotes('sb-sg4');
  const fresh = await once('Ansicht: neuer Prozess', 'entwurf', aNewProcess);
  return {
    draftId: draft.changeId,
    waitingId: waiting.changeId,
    inForceId: released.changeId,
    releaseNo: released.releaseNo ?? 1,
    newProcessId: fresh.changeId,
  };
};
