import type { LawState } from './answers.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';

/** What the footer says about the law, and which processes carry a banner, on a day. */
export const lawStateOn = (day: string, catalogue: Catalogue = readCatalogue()): LawState => ({
  rechtsstand: catalogue.rechtsstand,
  changes: catalogue.aenderungen
    .filter(({ ab }) => ab <= day)
    .map(({ ab, name, text, prozesse }) => ({ since: ab, name, text, processes: prozesse })),
});
