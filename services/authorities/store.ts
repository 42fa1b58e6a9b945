import type { Reader, Transaction } from '../../db/connection.ts';
import type { Mode } from './modes.ts';

export type OrderRow = {
  orderId: string;
  businessKey: string;
  caseId: string;
  warteId: string | null;
  authority: string;
  occasion: string;
  round: number;
  elementId: string;
  hidden: boolean;
  sentAt: Date | null;
  due: Date | null;
  answeredAt: Date | null;
  answer: string | null;
  delivered: boolean;
  deemedAt: Date | null;
  attempts: number;
  fault: string | null;
};

const columns = {
  orderId: 'order_id',
  businessKey: 'business_key',
  caseId: 'case_id',
  warteId: 'warte_id',
  authority: 'authority',
  occasion: 'occasion',
  round: 'round',
  elementId: 'element_id',
  hidden: 'hidden',
  sentAt: 'sent_at',
  due: 'due',
  answeredAt: 'answered_at',
  answer: 'answer',
  delivered: 'delivered',
  deemedAt: 'deemed_at',
  attempts: 'attempts',
  fault: 'fault',
} as const;

export type NewOrder = {
  businessKey: string;
  caseId: string;
  warteId: string | null;
  authority: string;
  occasion: string;
  elementId: string;
  hidden: boolean;
};

/** Writes the order down, or finds the one of the same key, and holds it until the transaction ends: it goes out once. */
export const lockOrInsertOrder = async (trx: Transaction, order: NewOrder, at: Date): Promise<OrderRow> => {
  await trx.raw(
    `insert into authority_orders (business_key, case_id, warte_id, authority, occasion, element_id, hidden, created_at, round)
     select :businessKey, :caseId, :warteId, :authority, :occasion, :elementId, :hidden, :at,
            1 + (select count(*) from authority_orders where case_id = :caseId and authority = :authority and occasion = :occasion)
     on conflict (business_key) do nothing`,
    { ...order, at },
  );
  const row = await trx('authority_orders').select(columns).where('business_key', order.businessKey).forUpdate().first();
  if (!row) throw new Error('the order just written is not there');
  return row as OrderRow;
};

export const lockOrder = (trx: Transaction, orderId: string): Promise<OrderRow | undefined> =>
  trx('authority_orders').select(columns).where('order_id', orderId).forUpdate().first();

export type OrderChange = Partial<{
  sentAt: Date;
  reference: string;
  due: Date | null;
  answeredAt: Date;
  answer: string | null;
  delivered: boolean;
  deemedAt: Date;
  attempts: number;
  fault: string | null;
}>;

const changed: Record<keyof OrderChange, string> = { ...columns, reference: 'reference' };

export const updateOrder = async (trx: Transaction, orderId: string, change: OrderChange): Promise<void> => {
  const values = Object.fromEntries(Object.entries(change).map(([name, value]) => [changed[name as keyof OrderChange], value]));
  await trx('authority_orders').where('order_id', orderId).update(values);
};

/** The newest order of a wait. */
export const findOrderOfWait = (db: Reader, warteId: string, authority?: string): Promise<OrderRow | undefined> =>
  db('authority_orders')
    .select(columns)
    .where({ warte_id: warteId, ...(authority ? { authority } : {}) })
    .orderBy('created_at', 'desc')
    .first();

/** An answer that came when nobody was waiting for it. */
export const findUndelivered = (trx: Transaction, order: OrderRow): Promise<OrderRow | undefined> =>
  trx('authority_orders')
    .select(columns)
    .where({ case_id: order.caseId, authority: order.authority, delivered: false })
    .whereNotNull('answered_at')
    .orderBy('answered_at', 'desc')
    .forUpdate()
    .first();

/** Orders that a simulated authority answers now. `dueBy` null: all of them, whatever was planned. */
export const listOpenOrders = (db: Reader, authority: string, dueBy: Date | null, limit: number): Promise<OrderRow[]> => {
  const rows = db('authority_orders')
    .select(columns)
    .where({ authority })
    .whereNotNull('sent_at')
    .whereNull('answered_at')
    .whereNull('deemed_at')
    .orderBy('due')
    .limit(limit);
  return dueBy ? rows.where('due', '<=', dueBy) : rows;
};

/** When the next answers somebody waits for are due, up to a moment, earliest first. Whoever is switched to silence answers nothing. */
export const listDueTimes = async (db: Reader, after: Date, until: Date): Promise<Date[]> => {
  const silent = [...(await readModes(db))].flatMap(([authority, { mode }]) => (mode === 'silent' || mode === 'down' ? [authority] : []));
  const rows = (await db('authority_orders')
    .select({ due: 'due' })
    .whereNotNull('sent_at')
    .whereNull('answered_at')
    .whereNull('deemed_at')
    .whereNotIn('authority', silent)
    .whereExists(db('waits').select(db.raw('1')).whereRaw('waits.case_id = authority_orders.case_id').whereNull('waits.ended_at'))
    .where('due', '>', after)
    .where('due', '<=', until)
    .orderBy('due')) as { due: Date }[];
  return rows.map((row) => row.due);
};

/** Writes the reminder down; false if this step was there already. */
export const insertReminder = async (trx: Transaction, orderId: string, step: string, at: Date): Promise<boolean> =>
  (
    (await trx('authority_reminders')
      .insert({ order_id: orderId, step, sent_at: at })
      .onConflict(['order_id', 'step'])
      .ignore()
      .returning('step')) as unknown[]
  ).length === 1;

/** It was not taken after all. */
export const deleteReminder = async (trx: Transaction, orderId: string, step: string): Promise<void> => {
  await trx('authority_reminders').where({ order_id: orderId, step }).delete();
};

/** Why questions of a case have not gone out, by the step that asks. */
export const listOrderFaults = async (db: Reader, caseId: string): Promise<Map<string, string>> => {
  const rows = (await db('authority_orders')
    .where('case_id', caseId)
    .whereNotNull('fault')
    .orderBy('created_at')
    .select({ elementId: 'element_id', fault: 'fault' })) as { elementId: string; fault: string }[];
  return new Map(rows.map((row) => [row.elementId, row.fault]));
};

type ModeRow = { authority: string; mode: string; answer: string | null };

export const readModes = async (db: Reader): Promise<Map<string, Mode>> => {
  const rows = (await db('authority_modes').select({ authority: 'authority', mode: 'mode', answer: 'answer' })) as ModeRow[];
  return new Map(rows.map(({ authority, mode, answer }) => [authority, { mode, ...(answer ? { answer } : {}) } as Mode]));
};

export const storeMode = async (trx: Transaction, authority: string, mode: Mode): Promise<void> => {
  await trx('authority_modes')
    .insert({ authority, mode: mode.mode, answer: mode.mode === 'always' ? mode.answer : null })
    .onConflict('authority')
    .merge();
};
