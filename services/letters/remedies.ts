import { getRow } from '../office/index.ts';
import { bekanntgabePortal, bekanntgabePost, monthDeadline, portalRetrievalEnds } from '../platform/calendar.ts';

/**
 * What can be done against a decision, until when, and from when nothing can be done any more. Days of Berlin, nothing is read from a clock.
 * § 41 VwVfG (notification), §§ 57, 58, 70, 74 VwGO (periods), §§ 187, 188, 193 BGB, §§ 77, 83 (2) AufenthG.
 */
type Day = Temporal.PlainDate;

export const deliveries = ['POST', 'PZU', 'PORTAL', 'AUSHAENDIGUNG'] as const;
export type Delivery = (typeof deliveries)[number];

export type RemedyKind = 'WIDERSPRUCH' | 'KLAGE';
export type Remedy = { kind: RemedyKind; months: 1; norm: string; addressee: 'AUSLAENDERBEHOERDE' | 'VERWALTUNGSGERICHT' };

const widerspruch: Remedy = { kind: 'WIDERSPRUCH', months: 1, norm: '§ 70 VwGO', addressee: 'AUSLAENDERBEHOERDE' };
const klage: Remedy = { kind: 'KLAGE', months: 1, norm: '§ 74 VwGO', addressee: 'VERWALTUNGSGERICHT' };

/** `burdens`: a permit with a condition its holder need not accept. `byRegierungspraesidium`: its own acts go to court at once. */
export type RemedyCase = { typ: string; burdens?: boolean; byRegierungspraesidium?: boolean };

export const remedyOf = ({ typ, burdens = false, byRegierungspraesidium = false }: RemedyCase): Remedy | null => {
  const { rechtsbehelf, kannBelasten } = getRow('bescheide', typ);
  if (!rechtsbehelf) return kannBelasten && burdens ? widerspruch : null;
  return rechtsbehelf === 'KLAGE' || byRegierungspraesidium ? klage : widerspruch;
};

/** The remedy that stands on a letter, whatever its type would have today. */
export const remedyNamed = (kind: RemedyKind | null): Remedy | null => (kind === null ? null : kind === 'KLAGE' ? klage : widerspruch);

export type DeliveryFacts = {
  delivery: Delivery;
  /** Posted, put into the portal, or handed out. */
  sent: Day;
  /** 3 or 4, the Land's law decides (§ 41 (2) VwVfG). */
  fictionDays: number;
  /** Whether a fiction that ends on a free day moves on; the text of § 41 (2) does not say so. */
  shift?: boolean;
  /** From the certificate, or the day on which a posted letter really came. */
  delivered?: Day | undefined;
  /** First opened in the portal. */
  retrieved?: Day | undefined;
};

/** The day of notification; undefined while it is not known, or where there was none. */
export const notifiedOn = (facts: DeliveryFacts): Day | undefined => {
  const { delivery, sent, delivered, retrieved } = facts;
  if (delivery === 'AUSHAENDIGUNG') return delivered ?? sent;
  if (delivery === 'PZU') return delivered;
  if (delivery === 'PORTAL') {
    const inTime = retrieved && Temporal.PlainDate.compare(retrieved, portalRetrievalEnds(sent)) <= 0;
    return inTime ? bekanntgabePortal(retrieved) : undefined;
  }
  const fiction = bekanntgabePost(sent, facts.fictionDays, facts.shift ?? false);
  // One that came earlier counts from the fiction all the same; one that came later counts from then.
  return delivered && Temporal.PlainDate.compare(delivered, fiction) > 0 ? delivered : fiction;
};

/** Nobody has opened it in time: it is not notified, and has to be sent again. */
export const unread = (sent: Day, today: Day): boolean => Temporal.PlainDate.compare(today, portalRetrievalEnds(sent)) > 0;

const YEAR = 12;

/** Last day on which the remedy may arrive. Without a right instruction it is a year (§ 58 (2) VwGO). */
export const remedyEnds = (notified: Day, remedy: Remedy, instructed: boolean): Day =>
  monthDeadline(notified, instructed ? remedy.months : YEAR);

export type Ends = { bekanntgabeAm: string | null; rechtsbehelfBis: string | null; bestandskraftAb: string | null };

/** The dates of a decision; null where not known or where there is none. */
export const endsOf = (facts: DeliveryFacts, remedy: Remedy | null, instructed: boolean): Ends => {
  const notified = notifiedOn(facts);
  const until = notified && remedy ? remedyEnds(notified, remedy, instructed) : undefined;
  return {
    bekanntgabeAm: notified?.toString() ?? null,
    rechtsbehelfBis: until?.toString() ?? null,
    bestandskraftAb: until?.add({ days: 1 }).toString() ?? null,
  };
};
