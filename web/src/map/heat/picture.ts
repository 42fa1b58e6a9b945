import type { Heat } from '../../../../services/models/answers.ts';
import type { Badge } from '../../bpmn/badges.ts';
import type { HeatSpot } from '../../bpmn/heat.ts';
import { DAY, type SpanWords, spanOf, strengthOf } from './scale.ts';

export type HeatPicture = { heat: HeatSpot[]; badges: Badge[] };

/** What is passed in less than a minute gets neither colour nor number. */
const WORTH_SHOWING = 60_000;

export const heatPicture = (heat: Heat | undefined, words: { median: (span: string) => string; short: SpanWords }): HeatPicture => {
  const shown = (heat?.elements ?? []).flatMap(({ elementId, medianMs }) =>
    medianMs !== null && medianMs >= WORTH_SHOWING ? [{ elementId, medianMs }] : [],
  );
  return {
    heat: shown.map(({ elementId, medianMs }) => ({ elementId, strength: strengthOf(medianMs) })),
    badges: shown.map(({ elementId, medianMs }) => ({ elementId, kind: 'heat', text: words.median(spanOf(medianMs, words.short, DAY)) })),
  };
};
