import { type Catalogue, readCatalogue } from './catalogue.ts';

export type LawState = {
  /** The day up to which models, tables, letters and numbers have been checked against the law. */
  rechtsstand: string;
  /** Changes of the law in force on that day that are not worked in. */
  changes: { since: string; name: string; text: string; processes: string[] }[];
};

/** What the footer says about the law, and which processes carry a banner, on a day. */
export const lawStateOn = (day: string, catalogue: Catalogue = readCatalogue()): LawState => ({
  rechtsstand: catalogue.rechtsstand,
  changes: catalogue.aenderungen
    .filter(({ ab }) => ab <= day)
    .map(({ ab, name, text, prozesse }) => ({ since: ab, name, text, processes: prozesse })),
});
