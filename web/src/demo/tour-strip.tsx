import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useStore } from '../api/create-store.ts';
import { auditPath, casesPath, decisionPath, deskPath, mapPath, processPath, releasesPath, studioPath, tasksPath } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import './demo-parts.css';
import type { TourId } from './roles.ts';
import { goTo, startFromAddress, tourPlace } from './tour-store.ts';
import { useDemoTexts } from './words.ts';

type Place = { on: (path: string) => boolean; link?: string };

/** On this very page; `link`: how it is opened from elsewhere. */
const at = (page: string, link = page): Place => ({ on: (path) => path === page, link });
/** On this page, or on one of those below the pages named. */
const within = (page: string, ...above: string[]): Place => ({
  on: (path) => [page, ...above].some((each) => path.startsWith(each)),
  link: page,
});

const allTasks = `${tasksPath}?view=all`;

/** On which pages a step makes sense; the link leads there from elsewhere. A step without one fits everywhere. */
const places: Partial<Record<TourId, (Place | null)[]>> = {
  clerk: [at(tasksPath), within(tasksPath), within(tasksPath), within(casesPath), null],
  legal: [at(deskPath), ...Array.from({ length: 4 }, () => within(deskPath, tasksPath))],
  head: [at(tasksPath, allTasks), { ...within(tasksPath), link: allTasks }, null],
  owner: [at(mapPath), at(processPath('duldung')), { ...within(decisionPath('')), link: decisionPath('routing') }, within(studioPath)],
  lead: [at(studioPath), within(studioPath), within(releasesPath)],
  service: [null, within(tasksPath), null],
  privacy: [at(auditPath), at(auditPath, `${auditPath}?view=readers`), null],
  security: [within(tasksPath), null],
};

/** One step at a time, under the header: it covers nothing and is reached by Tab before the page it explains. */
export const TourStrip = () => {
  const t = useDemoTexts().tour;
  const place = useStore(tourPlace);
  const { path } = useLocation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => startFromAddress((name): name is TourId => name in t.steps), [path]);
  if (!place) return null;
  const steps = t.steps[place.tour];
  const step = steps?.[place.step];
  if (!step) return null;
  const move = (to: number): void => {
    goTo({ ...place, step: to });
    title.current?.focus();
  };
  const there = places[place.tour]?.[place.step];
  const elsewhere = there?.link !== undefined && !there.on(path);
  const last = place.step === steps.length - 1;
  return (
    <section class="tour" aria-label={t.label} onKeyDown={(event) => event.key === 'Escape' && goTo(null)}>
      <div class="tour__words" aria-live="polite">
        <h2 ref={title} tabIndex={-1}>
          <span class="tour__count">{t.step(place.step + 1, steps.length)}</span> {step.title}
        </h2>
        <p>
          {step.text} {elsewhere && <a href={there.link}>{t.open}</a>}
        </p>
      </div>
      <div class="tour__ways">
        {place.step > 0 && (
          <Button small onClick={() => move(place.step - 1)}>
            {t.back}
          </Button>
        )}
        {!last && (
          <Button primary small onClick={() => move(place.step + 1)}>
            {t.next}
          </Button>
        )}
        <Button small primary={last} onClick={() => goTo(null)}>
          {last ? t.done : t.close}
        </Button>
      </div>
    </section>
  );
};
