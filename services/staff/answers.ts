import { type AnswerOf, list, object, text } from '../platform/shape.ts';

const staffMember = object({ account: text(), name: text(), groups: list(text()), teams: list(text()) });
export const staffList = object({ items: list(staffMember) });

export type StaffMember = AnswerOf<typeof staffMember>;
export type StaffList = AnswerOf<typeof staffList>;
