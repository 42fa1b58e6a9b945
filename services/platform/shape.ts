import Joi from 'joi';

declare const told: unique symbol;
declare const leftOut: unique symbol;

/** Would change what passes the schema, but not its type. */
type Closed =
  | 'allow'
  | 'alter'
  | 'concat'
  | 'custom'
  | 'default'
  | 'empty'
  | 'equal'
  | 'exist'
  | 'forbidden'
  | 'optional'
  | 'valid'
  | 'when';

/**
 * A joi schema of an answer that knows the type of what passes it, so that the two cannot differ: `AnswerOf<typeof schema>` is what a view returns and
 * what the web application reads. An answer has all its fields and no other: a field that may be missing is `maybe` (null) or, rarely, `lacking`.
 */
export type Shape<T> = Joi.AnySchema & { readonly [told]: T } & { readonly [method in Closed]: never };
type Lacking<T> = Shape<T> & { readonly [leftOut]: true };
export type AnswerOf<S> = S extends { readonly [told]: infer T } ? T : never;

export type Fields = Readonly<Record<string, Shape<unknown>>>;
type Flat<T> = { [K in keyof T]: T[K] };
type MayLack<F extends Fields> = { [K in keyof F]: F[K] extends { readonly [leftOut]: true } ? K : never }[keyof F];
export type ObjectOf<F extends Fields> = Flat<
  { [K in Exclude<keyof F, MayLack<F>>]: AnswerOf<F[K]> } & { [K in MayLack<F>]?: AnswerOf<F[K]> }
>;

const shape = <T>(schema: Joi.Schema): Shape<T> => schema as unknown as Shape<T>;
const joi = (schema: Shape<unknown>): Joi.AnySchema => schema as unknown as Joi.AnySchema;

export const text = () => shape<string>(Joi.string().allow(''));
/** Our own ids. */
export const id = () => shape<string>(Joi.string().uuid());
/** An instant, ISO 8601. */
export const moment = () => shape<string>(Joi.string().isoDate());
/** JJJJ-MM-TT; 00 where a part is not known. */
export const day = () => shape<string>(Joi.string().pattern(/^\d{4}-\d\d-\d\d$/));
export const count = () => shape<number>(Joi.number().integer());
export const number = () => shape<number>(Joi.number());
export const flag = () => shape<boolean>(Joi.boolean());
export const oneOf = <const T extends string>(...values: readonly T[]) => shape<T>(Joi.string().valid(...values));

export const nothing = () => shape<null>(Joi.valid(null));

/** Null where there is none. */
export const maybe = <T>(of: Shape<T>) => shape<T | null>(joi(of).allow(null));
/** The field itself is missing where there is none. */
export const lacking = <T>(of: Shape<T>) => joi(of).optional() as unknown as Lacking<T>;
export const list = <T>(of: Shape<T>) => shape<T[]>(Joi.array().items(joi(of)));
/** By names that are not known beforehand. */
export const record = <T>(of: Shape<T>) => shape<Record<string, T>>(Joi.object().pattern(Joi.string().allow(''), joi(of)));
export const either = <S extends readonly Shape<unknown>[]>(...of: S) => shape<AnswerOf<S[number]>>(Joi.alternatives(...of.map(joi)));

export const object = <F extends Fields>(fields: F) =>
  shape<ObjectOf<F>>(
    Joi.object(
      Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [
          key,
          joi(field).$_getFlag('presence') === 'optional' ? joi(field) : joi(field).required(),
        ]),
      ),
    ),
  );

/** An object of which some field holds more of its kind: `build` is given the shape that stands for it. `name` is its own in the answer. */
export const nested = <T>(name: string, build: (self: Shape<T>) => Shape<T>) =>
  shape<T>(joi(build(shape<T>(Joi.link(`#${name}`)))).id(name));

/** A form as it is stored: looked at by the form engine of both sides, not here. */
export const json = <T extends object>() => shape<T>(Joi.object().unknown());
/** What forms asked for. */
export const facts = () => shape<Record<string, unknown>>(Joi.object().unknown());
/** One value of a fact. */
export const value = () => shape<unknown>(Joi.any());
