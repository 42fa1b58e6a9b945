import { join } from 'node:path';
import { messages } from '../../cases/index.ts';
import type { AnyWorker } from '../../engine/define-worker.ts';
import { loadByPath } from '../../engine/index.ts';
import type { XmlElement } from '../../reading/index.ts';
import type { Finding } from './finding.ts';

/** What the services can do for a model: jobs they work on, and messages they send. */
export type Services = { jobTypes: ReadonlySet<string>; messages: ReadonlySet<string> };

const readServices = async (folder: string): Promise<Services> => {
  const workers = await loadByPath<AnyWorker>(folder, 'workers');
  return { jobTypes: new Set(workers.map(({ name, value }) => value.type ?? name)), messages: new Set(messages.keys()) };
};

let own: Promise<Services> | undefined;

/** The services this program runs; they change with a new start only. */
export const readOwnServices = (): Promise<Services> => {
  own ??= readServices(join(import.meta.dirname, '../..'));
  return own;
};

/** The step that waits for a message is what people can see of it. */
const whoWaitsFor = (elements: readonly XmlElement[], message: XmlElement): string =>
  elements.find(({ attributes }) => attributes.messageRef === message.attributes.id)?.parent?.attributes.id ?? message.attributes.id ?? '';

/** Jobs and messages of a model that nobody answers. */
export const findUnanswered = (elements: readonly XmlElement[], services: Services): Finding[] => {
  const findings: Finding[] = [];
  for (const element of elements) {
    const { name, attributes, parent } = element;
    if (name === 'taskDefinition' && attributes.type && !services.jobTypes.has(attributes.type)) {
      findings.push({
        severity: 'error',
        elementId: parent?.parent?.attributes.id ?? '',
        rule: 'job-type',
        message: `Für den Auftrag „${attributes.type}“ gibt es keinen Worker (services/*/workers/${attributes.type}.ts).`,
      });
    }
    if (name === 'message' && attributes.name && !services.messages.has(attributes.name)) {
      findings.push({
        severity: 'warning',
        elementId: whoWaitsFor(elements, element),
        rule: 'message-name',
        message: `Die Nachricht „${attributes.name}“ schickt hier niemand.`,
      });
    }
  }
  return findings;
};

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
