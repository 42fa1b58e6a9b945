import type { XmlElement } from '../../reading/index.ts';
import type { Finding } from './finding.ts';
import type { Contract } from './promises/index.ts';

/** Jobs of a model that nobody does. */
export const findUnanswered = (elements: readonly XmlElement[], { workers }: Contract): Finding[] =>
  elements
    .filter(({ name, attributes }) => name === 'taskDefinition' && attributes.type && !workers.has(attributes.type))
    .map(({ attributes, parent }) => ({
      severity: 'error',
      elementId: parent?.parent?.attributes.id ?? '',
      rule: 'job-type',
      message: `Für den Auftrag „${attributes.type}“ gibt es keinen Worker (services/*/workers/${attributes.type}.ts).`,
    }));

/** Blocks are found where people look for them. */
export const findMisplaced = (path: string, elements: readonly XmlElement[]): Finding[] => {
  const isBlock = elements.some(
    ({ name, attributes }) => name === 'property' && attributes.name === 'art' && attributes.value === 'baustein',
  );
  if (isBlock === path.startsWith('blocks/')) return [];
  return [
    { severity: 'error', elementId: '', rule: 'block-folder', message: 'Bausteine (art = baustein) liegen unter blocks/, und nur sie.' },
  ];
};
