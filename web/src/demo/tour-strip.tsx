import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useStore } from '../ui/create-store.ts';
import './demo-parts.css';
import type { TourId } from './roles.ts';
import { goTo, startFromAddress, tourPlace } from './tour-store.ts';
import { useDemoTexts } from './use-demo-texts.ts';

/** On which pages a step makes sense; the link leads there from elsewhere. A step without one fits everywhere. */
const places: Partial<Record<TourId, ({ on: RegExp; link?: string } | null)[]>> = {
  clerk: [
    { on: /^\/aufgaben$/, link: '/aufgaben' },
    { on: /^\/aufgaben/, link: '/aufgaben' },
    { on: /^\/aufgaben/, link: '/aufgaben' },
    { on: /^\/vorgaenge/, link: '/vorgaenge' },
    null,
  ],
  legal: [
    { on: /^\/fragen$/, link: '/fragen' },
    { on: /^\/(?:fragen|aufgaben)/, link: '/fragen' },
    { on: /^\/(?:fragen|aufgaben)/, link: '/fragen' },
    { on: /^\/(?:fragen|aufgaben)/, link: '/fragen' },
    { on: /^\/(?:fragen|aufgaben)/, link: '/fragen' },
  ],
  head: [{ on: /^\/aufgaben$/, link: '/aufgaben?view=all' }, { on: /^\/aufgaben/, link: '/aufgaben?view=all' }, null],
  owner: [
    { on: /^\/karte$/, link: '/karte' },
    { on: /^\/karte\/duldung$/, link: '/karte/duldung' },
    { on: /^\/karte\/entscheidungen/, link: '/karte/entscheidungen/routing' },
    { on: /^\/studio/, link: '/studio' },
  ],
  lead: [
    { on: /^\/studio$/, link: '/studio' },
    { on: /^\/studio/, link: '/studio' },
    { on: /^\/studio\/freigaben/, link: '/studio/freigaben' },
  ],
  service: [null, { on: /^\/aufgaben/, link: '/aufgaben' }, null],
  privacy: [{ on: /^\/protokoll$/, link: '/protokoll' }, { on: /^\/protokoll$/, link: '/protokoll?view=readers' }, null],
  security: [{ on: /^\/aufgaben/, link: '/aufgaben' }, null],
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
  const elsewhere = there?.link !== undefined && !there.on.test(path);
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
          <button type="button" class="button button--small" onClick={() => move(place.step - 1)}>
            {t.back}
          </button>
        )}
        {!last && (
          <button type="button" class="button button--small button--primary" onClick={() => move(place.step + 1)}>
            {t.next}
          </button>
        )}
        <button type="button" class={`button button--small${last ? ' button--primary' : ''}`} onClick={() => goTo(null)}>
          {last ? t.done : t.close}
        </button>
      </div>
    </section>
  );
};
