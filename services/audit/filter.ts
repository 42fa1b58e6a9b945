import Joi from 'joi';
import { dateOf, officeZone } from '../platform/clock.ts';
import { calendarDate } from '../platform/dates.ts';
import { Invalid } from '../platform/errors.ts';
import type { AuditFilter } from './store.ts';

const kinds = ['read', 'change', 'refused', 'failed'] as const;
export type AuditQuery = {
  person?: string;
  case?: string;
  actor?: string;
  action?: string;
  kind?: (typeof kinds)[number];
  from?: string;
  to?: string;
};

const reference = Joi.string()
  .pattern(/^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[A-Z]{2}-\d{4}-\d{6})$/i)
  .messages({ 'string.pattern.base': 'bitte ein Aktenzeichen oder eine Kennung angeben' });
const word = Joi.string().trim().min(1).max(100);

export const auditQuery = {
  person: reference.description(
    'id of a person, or the Aktenzeichen of one of their cases: all of that person’s cases, and the lists they were in',
  ),
  case: reference.description('id of a case, or its Aktenzeichen'),
  actor: word.description('account'),
  action: word.description('as the entries name it'),
  kind: Joi.string()
    .valid(...kinds)
    .description('what was read, what was changed, what was refused, what failed'),
  from: calendarDate.description('first day, in Berlin'),
  to: calendarDate.description('last day, included'),
};

const beginOf = (day: string, plus = 0): Date => dateOf(Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(officeZone));

/** Days become moments. Throws Invalid for a period that ends before it begins. */
export const readFilter = ({ person, case: matter, actor, action, kind, from, to }: AuditQuery): AuditFilter => {
  if (from && to && to < from) throw new Invalid('Der Zeitraum endet, bevor er beginnt.');
  return {
    ...(person ? { person } : {}),
    ...(matter ? { matter } : {}),
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from: beginOf(from) } : {}),
    ...(to ? { until: beginOf(to, 1) } : {}),
  };
};
