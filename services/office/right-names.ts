/**
 * What somebody may do in the office whatever the case, by name. Which role has which stands in processes/amt/rollen.json; what a single case or task adds,
 * in services/staff/rights.ts. `GET /api/me` says a person's own, and the web asks those. Imports nothing: the web takes the type.
 */
export const rightNames = [
  /** The work is single cases; others lead, control or model, and open none. */
  'work-on-cases',
  /** Works on what comes of a case, not only informs. */
  'decide-cases',
  /** Who does a step of a case has it from then on, as its clerk. */
  'take-cases',
  'open-cases',
  /** The status of the cases of all sections, names and matters masked. */
  'see-status',
  /** The status of cases that no section has yet. */
  'see-unrouted-cases',
  'see-hidden-cases',
  /** Tells people how their matter stands once they have said who they are. */
  'identify-persons',
  /** Compares what is known of people of all sections, and corrects how they are reached. */
  'correct-contacts',
  /** Takes papers in for all sections. */
  'take-papers-in',
  /** Takes money for all sections. */
  'take-payments',
  /** Takes money for cases of the own section. */
  'take-own-payments',
  'take-tasks',
  /** Questions, second checks and objections. */
  'answer-questions',
  /** Distributes the tasks of the own section. */
  'lead-section',
  /** Figures of the whole office, without opening one of its cases. */
  'count-all-cases',
  /** What rests on a norm is part of the work. Others may ask, too; it is not in their way. */
  'trace-norms',
  'edit-articles',
  /** What people say about steps. */
  'read-feedback',
  /** The studio: changes to models, and releases. */
  'read-changes',
  'edit-models',
  'try-changes',
  'approve-changes',
  /** The second signature where a change touches the law. */
  'approve-legal-changes',
  'bring-releases-back',
  'read-audit',
  'see-audit-state',
  'see-operations',
] as const;

export type Right = (typeof rightNames)[number];
