import type { Objection } from '../../../services/desk/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useBescheidName } from '../office/bescheide.ts';
import { DeskItem, type Placed } from './desk-item.tsx';
import { useDeskTexts } from './words.ts';

/** An objection and the decision it is about. */
export const ObjectionItem = ({ item }: { item: Placed<Objection> }) => {
  const t = useDeskTexts();
  const bescheidName = useBescheidName();
  const { day } = useFormat();
  const { against, receivedOn, remedyUntil, inTime, admissible } = item;
  return (
    <DeskItem
      item={item}
      title={<span lang="de">{item.name}</span>}
      marks={
        <>
          {inTime === false && <span class="badge badge--warn">{t.late}</span>}
          {admissible === false && <span class="badge badge--warn">{t.inadmissible}</span>}
        </>
      }
      notes={[
        ...(against ? [t.against(bescheidName(against))] : []),
        ...(receivedOn ? [t.received(day(receivedOn))] : []),
        ...(remedyUntil ? [t.remedyUntil(day(remedyUntil))] : []),
      ]}
    />
  );
};
