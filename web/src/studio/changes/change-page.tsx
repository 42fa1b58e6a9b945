import { useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { Me } from '../../../../services/portal/answers.ts';
import type { Change, Checked } from '../../../../services/studio/changes/answers.ts';
import { filePath, studioPath } from '../../paths.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';
import { Breadcrumb } from '../../ui/page.tsx';
import { NewProcessGuide } from '../guide/new-process-guide.tsx';
import { useChange, useCheck, useDiff } from '../queries.ts';
import { StateBadge } from '../state-badge.tsx';
import { StudioFrame } from '../studio-frame.tsx';
import { useStudioTexts } from '../words.ts';
import { AboutCard } from './about-card.tsx';
import { CheckPart } from './check-part.tsx';
import { ComparePart } from './compare-part.tsx';
import { DryRunPart } from './dry-run-part.tsx';
import { EventsCard } from './events-card.tsx';
import { FilesCard } from './files-card.tsx';
import { hasDryRun, isEditable, missingOf, needsDryRun } from './missing.ts';
import { ReleasePart } from './release-part.tsx';
import { StepBar, type StepName, type StepState, stepAnchor } from './step-bar.tsx';
import { useLateSaves } from './use-late-saves.ts';
import { useLooked } from './use-looked.ts';
import { useStateSentence } from './use-state-sentence.ts';
import { WhyPart } from './why-part.tsx';
import { useChangesTexts } from './words.ts';

const tones: Partial<Record<Change['state'], Tone>> = {
  'zur-freigabe': 'warn',
  freigegeben: 'news',
  'in-kraft': 'good',
  zurueckgegeben: 'warn',
  gescheitert: 'alarm',
};

const statesOf = (change: Change, checked: Checked | undefined, compared: boolean): Record<StepName, StepState> => {
  const when = (done: boolean): StepState => (done ? 'done' : 'open');
  return {
    why: when(change.reason.trim() !== ''),
    check: when(checked?.errors === 0),
    compare: when(compared),
    dryRun: needsDryRun(change) ? when(hasDryRun(change)) : 'skip',
    release: when(change.state === 'in-kraft'),
  };
};

const ChangeView = ({ change, me }: { change: Change; me: Me }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const sentenceOf = useStateSentence();
  const check = useCheck(change);
  const diff = useDiff(change);
  const edits = change.may.includes('edit');
  const checked = check.data;
  const [reason, setReason] = useState(change.reason);
  const flush = useRef(async () => {});
  const late = useLateSaves(change.changeId);
  const looking = late.saving || (change.files.length > 0 && !checked && !check.error);
  const differs = (diff.data?.differences.length ?? 0) > 0;
  const looked = useLooked(stepAnchor('compare'), differs) || change.state === 'in-kraft';
  const missing = looking ? undefined : missingOf({ ...change, reason }, checked);
  return (
    <>
      <Breadcrumb label={t.breadcrumb}>
        <a href={studioPath}>{t.title}</a> <span aria-hidden="true">›</span> {t.changeNo(change.number)}
      </Breadcrumb>
      <header class="studio-head">
        <h1 lang={change.title ? 'de' : undefined}>{change.title || t.untitled}</h1>
        <StateBadge state={change.state} />
      </header>
      <Notice tone={tones[change.state]} class="change-sentence" role="status">
        {sentenceOf(change, missing, me)}
      </Notice>
      {late.stuck.map((path) => (
        <Notice tone="alarm" key={path}>
          <a href={filePath(change.changeId, path)}>{own.files.stuck(path)}</a>
        </Notice>
      ))}
      <StepBar states={statesOf({ ...change, reason }, checked, looked)} />
      {isEditable(change) && <NewProcessGuide change={change} checked={checked} edits={edits} />}
      <div class="change-columns">
        <div class="change-columns__main">
          <WhyPart change={change} edits={edits} onReason={setReason} flush={flush} />
          <CheckPart change={change} checked={checked} fault={check.error} edits={edits} />
          <AboutCard change={change} />
        </div>
        <div class="change-columns__side">
          <FilesCard change={change} edits={edits} />
        </div>
      </div>
      <ComparePart change={change} diff={change.files.length > 0 ? diff.data : undefined} fault={diff.error} />
      <DryRunPart change={change} edits={edits && change.class !== null} />
      <ReleasePart change={change} ready={missing?.length === 0} flush={flush} />
      <EventsCard events={change.events} />
    </>
  );
};

const Loaded = ({ changeId, me }: { changeId: string; me: Me }) => {
  const { data, error } = useChange(changeId);
  if (error && !data) return <NotFoundPage />;
  return data ? <ChangeView change={data} me={me} /> : <div aria-busy="true" />;
};

/** One change from its first word to its release, on one page. */
export const ChangePage = () => {
  const { params } = useRoute();
  const changeId = params.changeId ?? '';
  return <StudioFrame>{(me) => <Loaded key={changeId} changeId={changeId} me={me} />}</StudioFrame>;
};
