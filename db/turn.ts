import pg from 'pg';

/** Of pg's classes what they keep to themselves. */
export type Wire = {
  stream: { cork(): void; uncork(): void };
  sync(): void;
  submittedNamedStatements: Record<string, unknown>;
};
type Asked = {
  name?: string | undefined;
  text?: string;
  submit(connection: Wire): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
  handleError(error: unknown, connection: Wire): void;
};

const noSync = { value: () => undefined };
const skipped = (): Error =>
  Object.assign(new Error('current transaction is aborted, commands ignored until end of transaction block'), { code: '25P02' });

/**
 * Statements of a transaction that are asked together. Behind each of them pg sends a Sync, and PostgreSQL sends what it has to say at every one; here
 * one Sync stands behind them all, so that all answers come in one packet. After a failure PostgreSQL leaves out what comes before the Sync: in a
 * transaction that would have failed as well.
 */
export class Turn extends (pg.Query as unknown as new (config: object) => Asked) {
  readonly #waiting: Asked[];

  constructor(queries: readonly pg.Query[]) {
    super({ text: '' });
    this.#waiting = [...(queries as unknown as Asked[])];
    this.#follow();
  }

  /** pg notes what has been prepared by the name of the query it waits for. */
  #follow(): void {
    this.name = this.#waiting[0]?.name;
    this.text = this.#waiting[0]?.text ?? '';
  }

  override submit(connection: Wire): null {
    const unsynced = Object.create(connection, { sync: noSync }) as Wire;
    for (const query of [...this.#waiting]) this.#send(query, unsynced);
    connection.sync();
    this.#follow();
    return null;
  }

  /** What cannot be sent, as a value that has no text, is answered here and now. */
  #send(query: Asked, connection: Wire): void {
    let answered = false;
    const { handleError } = query;
    query.handleError = (error) => {
      answered = true;
      handleError.call(query, error, connection);
    };
    const fault = query.submit(connection);
    query.handleError = handleError;
    if (fault) query.handleError(fault, connection);
    if (fault || answered) this.#waiting.splice(this.#waiting.indexOf(query), 1);
  }

  override handleRowDescription(message: unknown): void {
    this.#waiting[0]?.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    this.#waiting[0]?.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    const answered = this.#waiting.shift();
    this.#follow();
    answered?.handleCommandComplete(message, connection);
    answered?.handleReadyForQuery(connection);
  }

  override handleReadyForQuery(): void {}

  /** What the database refuses is the fault of one of them; a lost connection is that of all. */
  override handleError(error: unknown, connection: Wire): void {
    const [failed, ...others] = this.#waiting.splice(0);
    const refused = error instanceof Error && 'severity' in error;
    for (const { name } of [failed, ...others].filter((each) => each !== undefined))
      if (name) delete connection.submittedNamedStatements[name];
    failed?.handleError(error, connection);
    for (const each of others) each.handleError(refused ? skipped() : error, connection);
  }
}
