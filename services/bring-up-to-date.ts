import { prepareDatabase } from '../db/prepare-database.ts';
import { SetUpFault } from './embedded/set-up-fault.ts';
import { isTransient } from './engine/index.ts';
import type { Config } from './platform/config.ts';
import type { Logger } from './platform/log.ts';

/** PostgreSQL: insufficient_privilege. */
const NOT_ALLOWED = '42501';

/** As its owner where we know one, else as who we are: then there must be nothing left to do, or we own it ourselves. */
export const bringUpToDate = async (config: Config, log: Logger): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepareDatabase({ ownerUrl: config.databaseOwnerUrl || config.databaseUrl, url: config.databaseUrl });
    } catch (error) {
      if ((error as { code?: string }).code === NOT_ALLOWED)
        throw new SetUpFault(
          'Die Datenbank ist nicht auf dem Stand dieser Fassung, und die Rolle aus DATABASE_URL darf sie nicht ändern. Setzen Sie DATABASE_OWNER_URL, oder rufen Sie einmal „--only migrate“ damit auf.',
        );
      if (!isTransient(error)) throw error;
      if (tries % 10 === 1) log.warn({ err: error }, 'the database does not answer, waiting for it');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
};
