import './law.css';
import { useLawState, useLawTexts } from './use-law-state.ts';

/** Over the work in a process that a change of the law touches and that does not know it yet. */
export const LawBanner = ({ processes }: { processes: readonly (string | null | undefined)[] }) => {
  const t = useLawTexts();
  const touching = useLawState()?.changes.filter((change) => processes.some((id) => id && change.processes.includes(id))) ?? [];
  return (
    <>
      {touching.map(({ name, text }) => (
        <p class="notice notice--warn law-banner" key={name}>
          <strong>{t.banner}</strong> <span lang="de">{text}</span>
        </p>
      ))}
    </>
  );
};
