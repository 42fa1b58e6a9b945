import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../../services/portal/answers.ts';
import type { ChangeLine } from '../../../../services/studio/changes/answers.ts';
import { may } from '../../api/me.ts';
import { changePath, newProcessPath } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { createChange, useChanges } from '../queries.ts';
import { signsAs, waitsFor } from '../rights.ts';
import { StudioFrame } from '../studio-frame.tsx';
import { StudioNav } from '../studio-nav.tsx';
import { useStudioTexts } from '../words.ts';
import { ChangeTable } from './change-table.tsx';
import { useChangesTexts } from './words.ts';

type Group = 'mine' | 'waiting' | 'drafts' | 'done';

const groupOf = (me: Me, line: ChangeLine): Group => {
  if (waitsFor(me, line)) return 'mine';
  if (line.state === 'zur-freigabe' || line.state === 'freigegeben') return 'waiting';
  return line.state === 'in-kraft' || line.state === 'verworfen' ? 'done' : 'drafts';
};

const groups: readonly Group[] = ['mine', 'waiting', 'drafts', 'done'];

const NewChange = () => {
  const t = useStudioTexts();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const begin = async (): Promise<void> => {
    setBusy(true);
    try {
      route(changePath((await createChange({})).changeId));
    } catch (refused) {
      setFault((refused as Error).message);
      setBusy(false);
    }
  };
  return (
    <>
      <Button small disabled={busy} onClick={() => void begin()}>
        {t.newChange}
      </Button>
      {fault && (
        <span class="field__fault" role="alert">
          {fault}
        </span>
      )}
    </>
  );
};

const Changes = ({ me }: { me: Me }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const { data } = useChanges();
  const owns = may(me, 'edit-models');
  const lines = Map.groupBy(data ?? [], (line) => groupOf(me, line));
  return (
    <>
      <header class="studio-head studio-head--list">
        <div>
          <h1>{t.title}</h1>
          <p class="soft">{t.lead}</p>
        </div>
        {owns && (
          <div class="buttons">
            <ButtonLink primary small href={newProcessPath()}>
              {t.newProcess}
            </ButtonLink>
            <NewChange />
          </div>
        )}
      </header>
      <StudioNav />
      <div class="change-groups" aria-busy={data === undefined}>
        {data?.length === 0 && <Notice>{owns ? own.list.none : own.list.noneReader}</Notice>}
        {data && data.length > 0 && signsAs(me) && !lines.has('mine') && <p class="studio-good">{own.list.noneMine}</p>}
        {groups.map((group) => {
          const found = lines.get(group);
          return found && <ChangeTable key={group} id={group} title={own.list.groups[group]} lines={found} />;
        })}
      </div>
    </>
  );
};

/** All changes by what is to be done with them. */
export const StudioPage = () => <StudioFrame>{(me) => <Changes me={me} />}</StudioFrame>;
