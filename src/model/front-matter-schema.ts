import type { FrontMatterMap } from "./front-matter.ts";

/** A JSON Schema for the front matter of some documents. Plain JSON. */
export interface FrontMatterSchema {
  /** The paths that it is for, from the folder of the config. */
  readonly files: string;
  readonly schema: object;
}

/** Something in a front matter that its schema does not allow. */
export interface SchemaFault {
  /** Keys and positions in lists, from the top. */
  readonly path: readonly string[];
  /** Whether it is about a key, about a value, or about something that is missing from a map. */
  readonly part: "key" | "value" | "missing";
  /** What stands there, for people. */
  readonly found: string;
  /** What the schema asks for. */
  readonly expected: string;
}

/** What the schemas of a path say of a front matter; undefined where no schema is for the path. */
export type FrontMatterCheck = (path: string, root: FrontMatterMap) => readonly SchemaFault[] | undefined;
