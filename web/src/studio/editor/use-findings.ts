import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftFinding as FileFinding } from '../../../../services/models/answers.ts';
import { checkText } from './queries.ts';

const AFTER_MS = 500;

/** What speaks against a text, half a second after the last change. The last answer stays while the next is on its way, or the server is gone. */
export const useFindings = (path: string): { findings: readonly FileFinding[] | undefined; look: (content: string) => void } => {
  const [found, setFound] = useState<{ path: string; findings: readonly FileFinding[] }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const round = useRef(0);
  useEffect(() => {
    setFound(undefined);
    return () => {
      round.current += 1;
      clearTimeout(timer.current);
    };
  }, [path]);
  const look = (content: string): void => {
    clearTimeout(timer.current);
    round.current += 1;
    const mine = round.current;
    timer.current = setTimeout(async () => {
      const findings = await checkText(path, content).catch(() => undefined);
      if (findings && mine === round.current) setFound({ path, findings });
    }, AFTER_MS);
  };
  return { findings: found?.path === path ? found.findings : undefined, look };
};
