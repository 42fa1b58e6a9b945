import type { Reader, Transaction } from '../../db/connection.ts';

export type Ground = 'ERKENNTNISSE' | 'UEBERFAELLIG' | 'HINWEIS';

/** A hidden case and the ordinary one it watches over. */
export type Link = {
  hiddenCaseId: string;
  mainCaseId: string;
  grounds: Ground[];
  openedAt: Date;
  releasedAt: Date | null;
  signalledAt: Date | null;
};

const columns = {
  hiddenCaseId: 'hidden_case_id',
  mainCaseId: 'main_case_id',
  grounds: 'grounds',
  openedAt: 'opened_at',
  releasedAt: 'released_at',
  signalledAt: 'signalled_at',
} as const;

/** The newest one of an ordinary case. Whoever decides on it holds that case's lock. */
export const findLinkOfMain = (db: Reader, mainCaseId: string): Promise<Link | undefined> =>
  db('security_links').select(columns).where('main_case_id', mainCaseId).orderBy('opened_at', 'desc').first();

/** The newest one of any of these ordinary cases. */
export const findLinkOfMains = (db: Reader, mainCaseIds: readonly string[]): Promise<Link | undefined> =>
  db('security_links')
    .select(columns)
    .whereIn('main_case_id', [...mainCaseIds])
    .orderBy('opened_at', 'desc')
    .first();

export const findLinkOfHidden = (db: Reader, hiddenCaseId: string): Promise<Link | undefined> =>
  db('security_links').select(columns).where('hidden_case_id', hiddenCaseId).first();

export const insertLink = async (
  trx: Transaction,
  link: Pick<Link, 'hiddenCaseId' | 'mainCaseId' | 'openedAt'> & { ground: Ground },
): Promise<void> => {
  await trx('security_links').insert({
    hidden_case_id: link.hiddenCaseId,
    main_case_id: link.mainCaseId,
    grounds: [link.ground],
    opened_at: link.openedAt,
  });
};

export const updateLink = async (
  trx: Transaction,
  hiddenCaseId: string,
  change: { ground?: Ground; releasedAt?: Date; signalledAt?: Date },
): Promise<void> => {
  await trx('security_links')
    .where('hidden_case_id', hiddenCaseId)
    .update({
      hidden_case_id: hiddenCaseId,
      ...(change.ground
        ? {
            grounds: trx.raw('case when ? = any(grounds) then grounds else array_append(grounds, cast(? as text)) end', [
              change.ground,
              change.ground,
            ]),
          }
        : {}),
      ...(change.releasedAt ? { released_at: change.releasedAt } : {}),
      ...(change.signalledAt ? { signalled_at: change.signalledAt } : {}),
    });
};
