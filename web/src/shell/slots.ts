import type { ComponentType } from 'preact';
import type { Me } from '../../../services/portal/answers.ts';
import type { Language } from '../i18n/language.tsx';

/** A feature's entry in the navigation; each that has one brings it in its `nav.ts`. */
export type NavEntry = {
  path: string;
  name: Record<Language, string>;
  /** Which of the staff find it there; without it all do. `count` as below. */
  seenBy?: (me: Me, count: number | undefined) => boolean;
  /** A hook: how much waits there for this person. Undefined while that is asked, and for whom nothing is counted. */
  useCount?: (me: Me) => number | undefined;
};

type Anyone = { me: Me | null | undefined };

/** What features put into the frame. app.tsx hands it over, so that the frame knows none of them. */
export type Slots = {
  nav: readonly NavEntry[];
  Search: ComponentType;
  Demo: ComponentType<Anyone & { part: 'menu' | 'tour' }>;
  Foot: ComponentType<Anyone>;
};
