import Joi from 'joi';
import type { Deps } from '../engine/contracts.ts';
import { Invalid } from '../platform/errors.ts';
import { decisionFacts } from './decision-facts.ts';

type Component = { type: string; key?: string; path?: string; components?: Component[] };

const namesIn = (components: readonly Component[]): string[] =>
  components.flatMap((each) => (each.type === 'group' ? namesIn(each.components ?? []) : (each.key ?? each.path ?? [])));

const plain = Joi.alternatives(
  Joi.string().allow('').max(10_000),
  Joi.number(),
  Joi.boolean(),
  Joi.array().max(100),
  Joi.object().unknown(),
);

/**
 * Facts given at intake: the decision inputs, and any field of a released form (a process checks its own again when it asks). Everything else
 * is refused by name, all at once.
 */
export const checkFacts = async (deps: Pick<Deps, 'releases'>, facts: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const unknown = Object.keys(facts).filter((name) => !(name in decisionFacts));
  const allowed: Record<string, Joi.Schema> = { ...decisionFacts };
  if (unknown.length > 0) {
    for (const { plainId } of await deps.releases.list({ kind: 'form', currentOnly: true })) {
      const form = await deps.releases.findContent(plainId, 'form');
      const names = form ? namesIn((JSON.parse(form.content) as { components?: Component[] }).components ?? []) : [];
      for (const name of names) allowed[name] ??= plain;
    }
  }
  const { value, error } = Joi.object(allowed).validate(facts, { abortEarly: false, convert: false });
  if (!error) return value as Record<string, unknown>;
  throw new Invalid(
    'Bitte prüfen Sie die Angaben.',
    error.details.map((detail) => ({
      field: `facts.${detail.path.join('.')}`,
      message: detail.type === 'object.unknown' ? 'dieses Feld gibt es nicht' : 'diese Angabe passt nicht',
    })),
  );
};
