import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { aDuldung, CHECK, papersComplete } from '../duldung.ts';
import { anApplicant, as, atMost, caseWhen, complete, dataDir, openTask, until, upload } from '../office.ts';
import { type CaseScene, noCases, setCaseScene } from './case-scene.ts';
import { type EditorScene, noEditor, setEditorScene } from './editor-views.ts';
import { type LegalScene, setLegalScene } from './legal-scene.ts';
import { noStudio, type StudioScene, setStudioScene } from './studio-scene.ts';
import { writeDraft } from './write-draft.ts';

/** What must be there for every view to have something to show. */
export type Scene = {
  caseId: string;
  aktenzeichen: string;
  taskId: string;
  colleaguesTaskId: string;
  applicantCaseId: string;
  letterId: string;
  legal: LegalScene;
  cases: CaseScene;
  editor: EditorScene;
  studio: StudioScene;
};

/** For the names of the views alone. */
export const noScene: Scene = {
  caseId: '',
  aktenzeichen: '',
  taskId: '',
  colleaguesTaskId: '',
  applicantCaseId: '',
  letterId: '',
  legal: { questionTaskId: '', answeredTaskId: '', signTaskId: '', weighTaskId: '', refuseTaskId: '', decideTaskId: '' },
  cases: noCases,
  editor: noEditor,
  studio: noStudio,
};

const fewestTasks = 22;

/** As long as the office takes one, and without a blank to break it at: it stands in every list. */
const longName = (): string => `${anApplicant().familienname}${'bergerdorff'.repeat(8)}`.slice(0, 99);

/** So many open tasks that the list is longer than a screen. */
const fillList = async (): Promise<void> => {
  const { body } = await as('sb-sg4').get('/api/tasks/counts?view=all');
  const slot = atMost(4);
  const missing = Math.max(0, fewestTasks - body.views.all);
  const opened = await Promise.all(Array.from({ length: missing }, () => slot(() => aDuldung())));
  await until('a long list of tasks', async () => (await as('sb-sg4').get('/api/tasks/counts?view=all')).body.views.all >= fewestTasks);
  await Promise.all(opened.slice(-1).map(({ caseId }) => openTask(caseId, CHECK)));
};

/** An applicant's case that waits for papers, with the letter that asks for them. */
const anApplicantsCase = async (): Promise<Pick<Scene, 'applicantCaseId' | 'letterId'>> => {
  const { caseId } = await aDuldung({ by: 'antragsteller', applicant: { geburtsdatum: '1990-05-00' } });
  await upload(caseId, 'FOTO', 'antragsteller');
  await complete(caseId, CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['PASS', 'MELDEBESTAETIGUNG'] });
  const found = await caseWhen(caseId, 'the letter that asks for papers', (body) => body.letters.length > 1 && body.waits.length > 0);
  return { applicantCaseId: caseId, letterId: found.letters.at(-1).letterId };
};

const makeScene = async (): Promise<Scene> => {
  const [own, colleagues, applicants, legal, cases, editor, studio] = await Promise.all([
    // Many refugees' papers know the year of birth only: every view has to bear it.
    aDuldung({ applicant: { geburtsdatum: '1990-00-00' } }),
    aDuldung(),
    anApplicantsCase(),
    setLegalScene(),
    setCaseScene(),
    setEditorScene(),
    setStudioScene(),
    aDuldung({ applicant: { familienname: longName() } }),
    fillList(),
    writeDraft('antragsteller'),
  ]);
  for (const type of ['PASS', 'FOTO']) await upload(own.caseId, type, 'svc');
  await complete(own.caseId, CHECK, papersComplete);
  const taskId = await openTask(own.caseId, 'userTask_DuldungsgrundPruefen');
  const colleaguesTaskId = await openTask(colleagues.caseId, CHECK);
  for (const [account, id] of [
    ['sb-sg4', taskId],
    ['sb-sg4-2', colleaguesTaskId],
  ] as const) {
    const { status } = await as(account).post(`/api/tasks/${id}/claim`);
    if (status !== 200) throw new Error(`${account} could not claim the task: ${status}`);
  }
  return { ...own, taskId, colleaguesTaskId, ...applicants, legal, cases, editor, studio };
};

/** Set once in an office, for all files that look at it: none of them changes what the next one looks at, and they go one at a time. */
export const setScene = async (): Promise<Scene> => {
  const file = `${dataDir()}-scene.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Scene;
  const scene = await makeScene();
  writeFileSync(file, JSON.stringify(scene));
  return scene;
};
