import type { Step } from '../../../services/models/answers.ts';

type Words = { types: Record<string, string>; events: Record<string, string>; process: { unnamed: string } };

export const typeName = (step: Pick<Step, 'type' | 'event'>, t: Words): string => {
  const type = t.types[step.type] ?? step.type;
  const event = step.event && t.events[step.event];
  return event ? `${type} (${event})` : type;
};

/** The step as people call it; joins of a model have no name of their own. */
export const stepName = (step: Pick<Step, 'name' | 'type' | 'event'>, t: Words): string => step.name || typeName(step, t);
