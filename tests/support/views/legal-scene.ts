import {
  ANSWER,
  askedWhileExamining,
  DECIDE,
  EXAMINE,
  examined,
  finish,
  HEAR,
  hearing,
  REFUSE,
  refusalProposed,
  refused,
  returned,
  SIGN,
  taskOf,
  upToExamination,
  votum,
  WEIGH,
  waitOf,
  weighed,
} from '../beschaeftigung.ts';
import { as, upload } from '../office.ts';

/** What legal specialists of section 1 find: each task held by whoever looks at it. */
export type LegalScene = {
  questionTaskId: string;
  answeredTaskId: string;
  signTaskId: string;
  weighTaskId: string;
  refuseTaskId: string;
  decideTaskId: string;
};

const held = async (account: string, taskId: string): Promise<string> => {
  const { status } = await as(account).post(`/api/tasks/${taskId}/claim`);
  if (status !== 200) throw new Error(`${account} could not claim the task: ${status}`);
  return taskId;
};

const aQuestion = async (): Promise<string> => {
  const { caseId } = await upToExamination();
  await finish(caseId, EXAMINE, askedWhileExamining);
  return held('rsb-sg1', await taskOf(caseId, ANSWER));
};

const anAnswer = async (): Promise<string> => {
  const { caseId } = await upToExamination();
  await finish(caseId, EXAMINE, askedWhileExamining);
  await finish(caseId, ANSWER, votum('KLAEREN'), 'rsb-sg1');
  return held('sb-sg1', await taskOf(caseId, EXAMINE));
};

/** Refusal proposed, hearing sent, statement come: it is to be weighed. */
const aStatement = async (): Promise<string> => {
  const { caseId } = await upToExamination();
  await finish(caseId, EXAMINE, refusalProposed);
  await finish(caseId, HEAR, hearing());
  await waitOf(caseId, 'anhoerung');
  await upload(caseId, 'STELLUNGNAHME', 'svc');
  await taskOf(caseId, WEIGH);
  return caseId;
};

/** Given back once and written anew: two drafts that differ. */
const aSecondCheck = async (): Promise<Pick<LegalScene, 'signTaskId'>> => {
  const caseId = await aStatement();
  await finish(caseId, WEIGH, weighed, 'rsb-sg1-2');
  await finish(caseId, REFUSE, refused(), 'rsb-sg1-2');
  await finish(caseId, SIGN, returned, 'rsb-sg1');
  await finish(
    caseId,
    REFUSE,
    refused({ gruende: 'Die nötige Zustimmung der Bundesagentur für Arbeit fehlt: Der angebotene Lohn liegt unter dem ortsüblichen.' }),
    'rsb-sg1-2',
  );
  return { signTaskId: await held('rsb-sg1', await taskOf(caseId, SIGN)) };
};

const aRefusalToWrite = async (): Promise<string> => {
  const caseId = await aStatement();
  await finish(caseId, WEIGH, weighed, 'rsb-sg1-2');
  await finish(caseId, REFUSE, refused(), 'rsb-sg1-2');
  await finish(caseId, SIGN, returned, 'rsb-sg1');
  return held('rsb-sg1-2', await taskOf(caseId, REFUSE));
};

const aDecision = async (): Promise<string> => {
  const { caseId } = await upToExamination();
  await finish(caseId, EXAMINE, examined());
  return held('sb-sg1', await taskOf(caseId, DECIDE));
};

export const setLegalScene = async (): Promise<LegalScene> => {
  const [questionTaskId, answeredTaskId, signed, weighCase, refuseTaskId, decideTaskId] = await Promise.all([
    aQuestion(),
    anAnswer(),
    aSecondCheck(),
    aStatement(),
    aRefusalToWrite(),
    aDecision(),
  ]);
  const weighTaskId = await held('rsb-sg1', await taskOf(weighCase, WEIGH));
  return { questionTaskId, answeredTaskId, ...signed, weighTaskId, refuseTaskId, decideTaskId };
};
