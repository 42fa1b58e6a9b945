import { findSection, type SectionId } from '../staff/index.ts';

/** One German sentence that answers "why is this case here?". `because` is the annotation of the rule that decided. */
export const routingReason = (section: string, rule: string, because: string, inputs: Record<string, unknown>): string => {
  const name = findSection(section as SectionId)?.name ?? section;
  const given = Object.entries(inputs)
    .filter(([, value]) => typeof value === 'string' && value !== '' && value !== 'KEINER')
    .map(([, value]) => String(value));
  const why = because ? `es um Folgendes geht: ${because.replace(/\.$/, '')}` : `das Anliegen ${given.join(' bei ')} dort bearbeitet wird`;
  return `Sachgebiet ${section.replace(/^SG/, '')} (${name}), weil ${why} (Regel ${rule}).`;
};
