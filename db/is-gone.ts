/** SQLSTATE classes 08 (connection), 40 (rolled back: deadlock, serialization), 53 (out of something), 57P (starting, stopping), and the network's own. */
const codes = /^(?:(?:08|40|53)...|57P..|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** knex puts the statement before the words: `ROLLBACK - Connection terminated unexpectedly`. */
const words =
  /(?:^|- )(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable)|Unable to acquire a connection/i;

/** The database or the network is away or overloaded for a while: nothing is wrong with what was asked, and trying again will help. */
export const isGone = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.some(isGone);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return error.name === 'KnexTimeoutError' || (typeof code === 'string' && codes.test(code)) || words.test(error.message);
};
