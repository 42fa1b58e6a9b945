import type { Reader } from '../../db/connection.ts';
import { type CaseRow, getCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { type Form, fieldsOf, knownDays, nameOf, namesSpokenOf } from '../forms/index.ts';
import { fillForm, type LegalValue, relevantDay } from '../legal/index.ts';
import { findPerson } from '../persons/index.ts';
import type { TaskRow } from './store.ts';

export type TaskForm = {
  found: CaseRow;
  form: Form | null;
  documentation: string;
  properties: Record<string, string>;
  /** All the form is shown with: case facts, then the variables of this step. */
  context: Record<string, unknown>;
  /** Numbers of the law its texts name, as they hold on the day that counts for this case. */
  legal: { on: string; values: LegalValue[] };
};

/** Days of the person's papers, where a date field of the form is bounded by them. */
const papersOf = async (db: Reader, form: Form | null, { personId }: CaseRow): Promise<Record<string, unknown>> => {
  const wanted = form ? Object.keys(knownDays).filter((name) => namesSpokenOf(form).has(name)) : [];
  if (wanted.length === 0) return {};
  const details = (await findPerson(db, personId))?.details;
  return Object.fromEntries(wanted.flatMap((name) => (details?.[name] === undefined ? [] : [[name, details[name]]])));
};

/** The form of the release this instance runs on, and what it is filled with. */
export const formOfTask = async (db: Reader, deps: Pick<Deps, 'releases'>, task: TaskRow & { found?: CaseRow }): Promise<TaskForm> => {
  const found = task.found ?? (await getCase(db, task.caseId));
  const element = await deps.releases.describeElement(task.engineProcessId, task.elementId, task.definitionKey);
  const on = relevantDay(found);
  const { form, values } = fillForm((element?.formContent as Form | null | undefined) ?? null, on);
  return {
    found,
    form,
    documentation: element?.documentation ?? '',
    properties: element?.properties ?? {},
    context: { ...found.facts, ...task.variables, ...(await papersOf(db, form, found)) },
    legal: { on, values },
  };
};

/** What is known of the form's fields, and of all its conditions and texts speak of. */
export const fieldData = (form: Form | null, context: Record<string, unknown>): Record<string, unknown> => {
  if (!form) return {};
  const names = new Set([...fieldsOf(form.components).map(nameOf), ...namesSpokenOf(form)]);
  return Object.fromEntries(
    [...names].flatMap((name) => (name !== undefined && context[name] !== undefined ? [[name, context[name]]] : [])),
  );
};
