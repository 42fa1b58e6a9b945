import { useFormat } from '../i18n/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useTrailState } from './queries.ts';
import './trail-state.css';
import { useAuditTexts } from './words.ts';

/** Whether the trail is whole and signed, by the last look at all of it; a fault in its own sentence. */
export const TrailState = () => {
  const t = useAuditTexts().state;
  const { dayAndTime, number } = useFormat();
  const { data: state } = useTrailState();
  if (!state) return null;
  const { fault, checkedAt, entries, signedAt, guarded } = state;
  const signed = signedAt ? t.signed(dayAndTime(signedAt)) : t.unsigned;
  return (
    <section aria-label={t.title} class="trail-state">
      {fault === null ? (
        <Notice tone={checkedAt ? 'good' : 'warn'}>
          {checkedAt ? `${t.whole} ${t.checked(number(entries ?? 0), dayAndTime(checkedAt))}` : t.unchecked} {signed}
        </Notice>
      ) : (
        <Notice block tone="alarm" role="alert">
          <p>
            <strong>{t.broken}</strong> <span lang="de">{fault}</span>
          </p>
          <p>
            {checkedAt && t.foundAt(dayAndTime(checkedAt))} {signed}
          </p>
          <p>{t.act}</p>
        </Notice>
      )}
      {!guarded && <Notice tone="warn">{t.unguarded}</Notice>}
    </section>
  );
};
