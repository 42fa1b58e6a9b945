import type { Database } from '../../db/connection.ts';
import { type BadLink, verifyAudit } from './audit-chain-store.ts';
import { type AuditVerdict, countEntries } from './audit-checks-store.ts';
import { type HeadsFault, type HeadsPlace, verifyHeads } from './audit-heads.ts';

const links: Record<BadLink['fault'], string> = {
  missing: 'fehlt',
  changed: 'wurde verändert',
  'end missing': 'und was danach kam, fehlt',
};
const lines = { unreadable: 'ist nicht lesbar', signature: 'trägt keine gültige Unterschrift', order: 'schließt nicht an die vorige an' };

const sayLink = ({ chain, seq, fault }: BadLink): string => `Kette ${chain}: Eintrag ${seq} ${links[fault]}.`;

const sayHeads = (fault: HeadsFault): string => {
  if (fault.kind === 'no file') return 'Die unterschriebenen Kettenenden sind nicht da, obwohl es einen Schlüssel gibt.';
  if (fault.kind === 'no key') return 'Der Schlüssel zu den unterschriebenen Kettenenden ist nicht da.';
  if (fault.kind === 'line') return `Unterschriebene Kettenenden: Zeile ${fault.line} ${lines[fault.fault]}.`;
  return `Kette ${fault.chain}: Eintrag ${fault.seq} ist nicht mehr der, der am ${fault.at} unterschrieben wurde.`;
};

/** Looks at the whole trail: each link of each chain, the heads in the database, and the signed ones outside it. A million entries take some ten seconds. */
export const checkAudit = async (db: Database, place: HeadsPlace): Promise<AuditVerdict> => {
  const bad = await verifyAudit(db);
  const entries = await countEntries(db);
  if (bad) return { entries, fault: sayLink(bad) };
  const heads = await verifyHeads(db, place);
  return { entries, fault: heads ? sayHeads(heads) : null };
};
