import type { Me } from '../../../services/portal/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { authoritiesPath } from '../paths.ts';
import './law.css';
import { useLawState } from './use-law-state.ts';
import { useLawTexts } from './words.ts';

/** At the foot of every staff page: up to which day the law is worked in, and what is not. */
export const LawFooter = ({ me }: { me: Me | null | undefined }) => {
  const t = useLawTexts();
  const { day } = useFormat();
  const staff = Boolean(me && !me.applicant);
  const state = useLawState(staff);
  if (!staff || !state) return null;
  return (
    <footer class="law-footer">
      <span>{t.state(day(state.rechtsstand))}</span>
      {state.changes.map(({ name, since }) => (
        <span key={name}>{t.notYet(name, day(since))}</span>
      ))}
      <a href={authoritiesPath}>{t.authorities}</a>
    </footer>
  );
};
