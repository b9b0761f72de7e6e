// compiles: validatePostIndex = schemas/post-index.schema.json
import { Ajv2020 } from "ajv/dist/2020.js";
import postIndex from "#schemas/post-index.schema.json" with { type: "json" };

/** Where and how a value departs from its schema, in the words of ajv. */
export interface Violation {
  /** JSON pointer of the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Says whether a value fits its schema; where it does not, `errors` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** Standfirst's own post index. */
export const validatePostIndex: Validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(postIndex);
