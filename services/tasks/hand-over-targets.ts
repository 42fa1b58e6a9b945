import { findSection, groupLevel, knownGroups, nameGroup, sectionIds } from '../staff/index.ts';
import type { TaskRow } from './store.ts';

type Whose = Pick<TaskRow, 'section' | 'hidden' | 'candidateGroups'>;

/** Who works on cases. The others (controlling, personnel, operations …) open none, and a task would show them one. */
const worksOnCases = /^(?:sb|rsb|sgl)-sg[1-4]$|^(?:svc|notfall|tel)$/;

/** A section means its clerks. */
const groupOf = (to: string): string => (findSection(to) ? (to === 'SG3' ? 'svc' : `sb-${to.toLowerCase()}`) : to);

/** Those on whose list it lies already learn nothing new by getting it back. */
const sees = (group: string, task: Whose): boolean => groupLevel(group, task) !== 'none' || task.candidateGroups.includes(group);

/** The group a task goes to; else why it cannot go there, as a sentence. What is hidden stays in its circle, and nothing else comes into it. */
export const targetOf = (to: string, task: Whose): { group: string } | { because: string } => {
  const group = groupOf(to);
  if (task.hidden) return group === 'sicherheit' ? { group } : { because: 'bleibt im Kreis der Sicherheitsbeauftragten' };
  if (!knownGroups.has(group) || !worksOnCases.test(group)) return { because: 'kein Sachgebiet und keine Gruppe' };
  return sees(group, task)
    ? { group }
    : { because: `${nameGroup(group)} sieht diesen Vorgang nicht. Gehört er dorthin, ordnen Sie den Vorgang neu zu.` };
};

/** Sections and groups this task may be handed to: those who see its case. */
export const handOverTargets = (task: Whose): string[] =>
  task.hidden
    ? ['sicherheit']
    : [
        ...sectionIds.filter((id) => sees(groupOf(id), task)),
        ...[...knownGroups].filter((group) => worksOnCases.test(group) && !group.startsWith('sb-') && sees(group, task)),
      ];
