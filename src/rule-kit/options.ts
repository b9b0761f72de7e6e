/** A JSON Schema, as far as the kit writes one. */
export type Schema = Readonly<Record<string, unknown>>;

/** One option of a rule: its default, what it means, and the schema that its values must match. */
export interface Option<T> {
  readonly default: T;
  readonly description: string;
  readonly schema: Schema;
  /** Carries the type of the values; never set. */
  readonly type?: T;
}

export type OptionSpecs = Readonly<Record<string, Option<unknown>>>;

/** The values that a rule's `check` receives for its option specs. */
export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: O[K]["default"] };

interface Spec<T> {
  readonly default: T;
  readonly description: string;
}

/** A lower and an upper bound, both inclusive. One option, so that overriding one bound can't contradict the other. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const boolean = (spec: Spec<boolean>): Option<boolean> => ({ ...spec, schema: { type: "boolean" } });

export const text = (spec: Spec<string>): Option<string> => ({ ...spec, schema: { type: "string" } });

export const integer = ({ minimum, ...spec }: Spec<number> & { minimum?: number }): Option<number> => ({
  ...spec,
  schema: { type: "integer", ...(minimum !== undefined && { minimum }) },
});

/** A share from 0 to 1. */
export const share = (spec: Spec<number>): Option<number> => ({
  ...spec,
  schema: { type: "number", minimum: 0, maximum: 1 },
});

export const number = ({ minimum, ...spec }: Spec<number> & { minimum?: number }): Option<number> => ({
  ...spec,
  schema: { type: "number", ...(minimum !== undefined && { minimum }) },
});

/** Inclusive bounds. Both must be given; the config check also refuses a `min` above `max`. */
export const range = (spec: Spec<Bounds>): Option<Bounds> => ({
  ...spec,
  schema: {
    type: "object",
    properties: { min: { type: "number", minimum: 0 }, max: { type: "number", minimum: 0 } },
    required: ["min", "max"],
    additionalProperties: false,
  },
});

export const choice = <const T extends string>({ of, ...spec }: Spec<T> & { of: readonly T[] }): Option<T> => ({
  ...spec,
  schema: { enum: of },
});

export const list = (spec: Spec<readonly string[]>): Option<readonly string[]> => ({
  ...spec,
  schema: { type: "array", items: { type: "string" }, uniqueItems: true },
});

/** Names and the text for each. */
export const table = (spec: Spec<Readonly<Record<string, string>>>): Option<Readonly<Record<string, string>>> => ({
  ...spec,
  schema: { type: "object", additionalProperties: { type: "string" } },
});
