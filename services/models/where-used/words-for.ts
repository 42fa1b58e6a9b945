import type { World } from '../check/promises/world.ts';
import type { Thing } from './use.ts';

/** What people call a thing; its own name where they have no other. A field goes by what its forms ask. */
export const wordsFor = ({ set, flows, decisions }: World, { kind, name }: Thing): string => {
  const words = {
    variable: () => set.forms.flatMap(({ form }) => form.parts).find(({ key, label }) => key === name && label !== '')?.label,
    process: () => flows.get(name)?.flow.name,
    decision: () => decisions.get(name)?.decision.name,
    form: () => set.flows.flatMap(({ flow }) => flow.nodes).find(({ formId }) => formId === name)?.name,
    job: () => set.flows.flatMap(({ flow }) => flow.nodes).find(({ jobType }) => jobType === name)?.name,
    letter: () => {
      const template = set.letters.find(({ template: each }) => each?.type === name)?.template;
      return template?.name ?? template?.subject;
    },
    message: () => undefined,
    norm: () => undefined,
  }[kind]();
  return words || name;
};
