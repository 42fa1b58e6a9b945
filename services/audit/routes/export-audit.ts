import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { officeZone } from '../../platform/clock.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { toCsv } from '../csv.ts';
import { type AuditQuery, auditQuery, readFilter } from '../filter.ts';
import { listAudit } from '../store.ts';
import { auditView } from '../view.ts';

/** More than anybody reads in a table; who needs more takes it in periods. */
const MOST = 50_000;

const outcomes: Record<string, string> = { done: 'erfolgt', refused: 'verweigert', failed: 'gescheitert' };
const head = ['Zeitpunkt', 'Konto', 'Name', 'Rolle', 'Handlung', 'Ergebnis', 'Aktenzeichen', 'Sachgebiet', 'Gegenstand', 'Grund'];

const say = (at: string): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(officeZone);
  return `${local.toPlainDate().toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
};

export default defineRoute<Deps, Record<string, never>, AuditQuery>({
  method: 'GET',
  path: '/api/audit/export',
  summary: 'the same entries as a table for a spreadsheet',
  access: groupsWith('read-audit'),
  query: auditQuery,
  answers: { 200: { description: 'CSV with semicolons, UTF-8 with BOM; at most 50,000 entries, the newest', raw: true } },
  handle: async ({ user, query }, { db }) => {
    const rows = (await listAudit(db, readFilter(query), { limit: MOST })).map(auditView);
    await auditAlone(db, { actor: user.account, action: 'export audit', outcome: 'done', payload: { asked: query, rows: rows.length } });
    const lines = rows.map(({ at, actor, name, role, words, outcome, aktenzeichen, section, object, reason }) => [
      say(at),
      actor,
      name,
      role,
      words,
      outcomes[outcome] ?? outcome,
      aktenzeichen,
      section,
      object,
      reason,
    ]);
    return reply(200, toCsv(head, lines), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="protokoll.csv"',
      'cache-control': 'no-store',
    });
  },
});
