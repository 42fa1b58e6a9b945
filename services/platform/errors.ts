/** Use cases throw these with a sentence a person can act on; only the edges know HTTP and gRPC codes. */
export type FieldFault = { field: string; message: string };

export class OfficeError extends Error {
  readonly details: unknown;
  constructor(message: string, details?: unknown) {
    super(message);
    this.name = new.target.name;
    this.details = details;
  }
}

/** Absent, hidden or not mine: always the same sentence, so that nobody learns which of the three it is. */
export class NotFound extends OfficeError {
  constructor() {
    super('Das gibt es hier nicht, oder Sie dürfen es nicht sehen.');
  }
}
/** Nobody is signed in, or the token no longer counts. */
export class SignInNeeded extends OfficeError {
  constructor(message = 'Bitte melden Sie sich an.') {
    super(message);
  }
}
export class Conflict extends OfficeError {}
export class Forbidden extends OfficeError {}
export class Gone extends OfficeError {}
/** The request is understood but wrong; `details` lists every fault at once. */
export class Invalid extends OfficeError {}
export class TooLarge extends OfficeError {}
/** Each part of the request is right, but together they cannot be meant. */
export class Unprocessable extends OfficeError {}
/** A format or charset nobody here reads. */
export class UnsupportedFormat extends OfficeError {}
/** Too often in too short a time; `retryAfter` seconds. */
export class TooMany extends OfficeError {
  readonly retryAfter: number;
  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}
/** The path is known, but not with this method; `allowed` are those it takes. It says nothing about what lies there. */
export class WrongMethod extends OfficeError {
  readonly allowed: readonly string[];
  constructor(allowed: readonly string[]) {
    super('Diese Adresse nimmt solche Anfragen nicht an.');
    this.allowed = allowed;
  }
}
/** A part Lotse needs (engine, database, identity provider) does not answer right now. */
export class Unavailable extends OfficeError {}
