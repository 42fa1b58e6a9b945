import { nameOf } from '../office/index.ts';

const TABLE_SAYS = 'Die Tabelle sagt: ';

/** A person's word goes before the table's; both are told. */
export const overruledReason = (section: string, said: string): string =>
  `Sachgebiet ${section.slice(2)}, weil eine Person es so bestimmt hat. ${TABLE_SAYS}${said}`;

/** If a reason is such a one: how it reads with what the table says put in. */
export const overruledBy = (reason: string): ((said: string) => string) | undefined => {
  const at = reason.indexOf(TABLE_SAYS);
  return at < 0 ? undefined : (said) => `${reason.slice(0, at)}${TABLE_SAYS}${said}`;
};

/** One German sentence that answers "why is this case here?". `because` is the annotation of the rule that decided; both are empty until it is known. */
export const routingReason = (section: string, rule: string, because: string, inputs: Record<string, unknown>): string => {
  const name = nameOf('sachgebiete', section);
  const matter = nameOf('anliegen', String(inputs.anliegen ?? ''));
  const why = because ? `es um Folgendes geht: ${because.replace(/\.$/, '')}` : `das Anliegen „${matter}“ dort bearbeitet wird`;
  return `Sachgebiet ${section.replace(/^SG/, '')} (${name}), weil ${why}${rule ? ` (Regel ${rule})` : ''}.`;
};
