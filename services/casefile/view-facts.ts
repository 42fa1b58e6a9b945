import type { CaseRow } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findFields, findProcess } from '../models/index.ts';
import type { FormField } from '../reading/index.ts';
import type { Fact } from './answers.ts';

type Labels = Map<string, FormField>;

/** Fields of all released forms by key; where two forms ask for the same, the one of the case's own process goes first. */
const collectFields = async ({ releases }: Pick<Deps, 'releases'>, process: string | null): Promise<Labels> => {
  const model = process ? (await findProcess(releases, process))?.read : undefined;
  const own = (model?.elements ?? []).flatMap((element) => element.formId ?? []);
  const all = (await releases.list({ kind: 'form', currentOnly: true })).map((release) => release.plainId);
  const fields: Labels = new Map();
  for (const id of new Set([...own, ...all])) {
    for (const field of (await findFields(releases, id))?.read ?? []) if (!fields.has(field.key)) fields.set(field.key, field);
  }
  return fields;
};

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);

const inWords = (value: unknown, field: FormField | undefined): unknown => {
  if (typeof value === 'string') return field?.options.find((option) => option.value === value)?.label ?? value;
  return value;
};

/** One row of a growing list: its cells in the form's order. */
const rowCells = (row: Record<string, unknown>, field: FormField | undefined): unknown[] => {
  const keys = field && field.fields.length > 0 ? field.fields.map((each) => each.key) : Object.keys(row);
  return keys
    .map((key) =>
      inWords(
        row[key],
        field?.fields.find((each) => each.key === key),
      ),
    )
    .filter((cell) => cell !== undefined && cell !== '');
};

const toFact = (key: string, value: unknown, field: FormField | undefined): Fact => {
  const label = field?.label ?? null;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) =>
      typeof item === 'object' && item !== null ? rowCells(item as Record<string, unknown>, field).join(' · ') : inWords(item, field),
    );
    return { key, label, kind: 'list', value: items };
  }
  if (typeof value === 'boolean') return { key, label, kind: 'yes-no', value };
  if (typeof value === 'number') return { key, label, kind: 'number', value };
  if (isDate(value)) return { key, label, kind: 'date', value };
  return { key, label, kind: 'text', value: inWords(value, field) };
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Everything known of the matter, in the order the forms ask for it; what no form asks comes last. */
export const viewFacts = async (deps: Pick<Deps, 'releases'>, found: CaseRow): Promise<Fact[]> => {
  const fields = await collectFields(deps, found.process);
  const order = [...fields.keys()];
  const place = (key: string): number => (fields.has(key) ? order.indexOf(key) : order.length);
  return Object.entries(found.facts)
    .filter(([, value]) => !isEmpty(value))
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, value]) => toFact(key, value, fields.get(key)));
};
