import type { ChangeClass, ChangeState } from '../../../services/studio/changes/answers.ts';
import { useStudioTexts } from './words.ts';

const tones: Record<ChangeState, string> = {
  entwurf: '',
  'zur-freigabe': 'badge--warn',
  freigegeben: 'badge--good',
  'in-kraft': 'badge--good',
  zurueckgegeben: 'badge--warn',
  verworfen: '',
  gescheitert: 'badge--alarm',
};

export const StateBadge = ({ state }: { state: ChangeState }) => (
  <span class={`badge ${tones[state]}`}>{useStudioTexts().states[state]}</span>
);

/** What kind of change it is, in words; whether the law is touched stands beside it. */
export const ClassWords = ({ kind, legal }: { kind: ChangeClass | null; legal: boolean }) => {
  const t = useStudioTexts();
  if (!kind) return null;
  return (
    <span class="change-class">
      <span class={`change-class__name change-class__name--${kind}`}>{t.classes[kind]}</span>
      {legal && <span class="change-class__legal">§ {t.legal}</span>}
    </span>
  );
};
