import type { SecondCheck } from '../../../services/desk/answers.ts';
import { useStaffName } from '../api/staff.ts';
import { useBescheidName } from '../office/bescheide.ts';
import { DeskItem, type Placed } from './desk-item.tsx';
import { useDeskTexts } from './words.ts';

/** A decision that waits for a second person: what it is, who wrote it, how often it came back and how much of it is new since. */
export const CheckItem = ({ item }: { item: Placed<SecondCheck> }) => {
  const t = useDeskTexts();
  const nameOf = useStaffName();
  const bescheidName = useBescheidName();
  const { typ, subject, author, returns, changes } = item;
  return (
    <DeskItem
      item={item}
      title={typ ? bescheidName(typ) : <span lang="de">{item.name}</span>}
      marks={returns > 0 && <span class="badge badge--warn">{t.returns(returns)}</span>}
      notes={[...(author ? [t.author(nameOf(author))] : []), changes === null ? t.firstLook : t.changes(changes)]}
    >
      {subject && (
        <p class="desk-item__subject" lang="de">
          {subject}
        </p>
      )}
    </DeskItem>
  );
};
