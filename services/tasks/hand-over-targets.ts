import { circleGroup, clerkGroupOf, isClerk, knownGroups, nameGroup, sectionIds, sectionOf } from '../office/index.ts';
import { groupLevel } from '../staff/index.ts';
import type { TaskRow } from './store.ts';

type Whose = Pick<TaskRow, 'section' | 'hidden' | 'candidateGroups'>;

/** Who works in a section. The others (controlling, personnel, operations …) open no case, and a task would show them one. */
const worksInSection = (group: string): boolean => sectionOf(group) !== undefined;

/** A section means its clerks. */
const groupOf = (to: string): string => (sectionIds.includes(to) ? clerkGroupOf(to) : to);

/** Those on whose list it lies already learn nothing new by getting it back. */
const sees = (group: string, task: Whose): boolean => groupLevel(group, task) !== 'none' || task.candidateGroups.includes(group);

/** The group a task goes to; else why it cannot go there, as a sentence. What is hidden stays in its circle, and nothing else comes into it. */
export const targetOf = (to: string, task: Whose): { group: string } | { because: string } => {
  const group = groupOf(to);
  if (task.hidden) return group === circleGroup ? { group } : { because: 'bleibt im Kreis der Sicherheitsbeauftragten' };
  if (!worksInSection(group)) return { because: 'kein Sachgebiet und keine Gruppe' };
  return sees(group, task)
    ? { group }
    : { because: `${nameGroup(group)} sieht diesen Vorgang nicht. Gehört er dorthin, ordnen Sie den Vorgang neu zu.` };
};

/** Sections and groups this task may be handed to: those who see its case. */
export const handOverTargets = (task: Whose): string[] =>
  task.hidden
    ? [circleGroup]
    : [
        ...sectionIds.filter((id) => sees(groupOf(id), task)),
        ...[...knownGroups].filter((group) => worksInSection(group) && !isClerk(group) && sees(group, task)),
      ];
