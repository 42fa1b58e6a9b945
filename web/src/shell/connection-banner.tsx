import { useEffect, useRef } from 'preact/hooks';
import { api, serverAnswers } from '../api/client.ts';
import { useStore } from '../api/create-store.ts';
import { announce } from '../ui/announce.tsx';
import { useShellTexts } from './words.ts';

const ASK_AGAIN_MS = 2_000;

/** Shown while the server is gone; asks until it is back, so that the banner never outlives the outage. */
export const ConnectionBanner = () => {
  const t = useShellTexts();
  const answers = useStore(serverAnswers);
  const wasGone = useRef(false);
  useEffect(() => {
    if (answers) {
      if (wasGone.current) announce(t.back);
      wasGone.current = false;
      return;
    }
    wasGone.current = true;
    const asking = setInterval(() => void api.get<unknown>('/api/me').catch(() => undefined), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [answers, t]);
  return (
    <div role="alert">
      {!answers && (
        <p class="outage">
          <span class="outage__sign" aria-hidden="true" />
          {t.outage}
        </p>
      )}
    </div>
  );
};
