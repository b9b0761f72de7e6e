import type { RuleValues } from "./keys.ts";

/** Where something is in a config: keys and positions in lists, from the top. */
export type ConfigPath = readonly string[];

/** Something that is wrong with a config's value, before it is known in which line that stands. */
export interface Flaw {
  readonly path: ConfigPath;
  /** Whether it is about the key itself or about its value. */
  readonly part: "key" | "value";
  readonly message: string;
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: ConfigPath): unknown {
  let inner = value;
  for (const name of path) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, name)) return undefined;
    inner = (inner as Record<string, unknown>)[name];
  }
  return inner;
}

/** Where in a map of rules a path leads; undefined outside of such maps. */
export interface RulePlace {
  /** The rule or group, unless the path is that of the map itself. */
  readonly id?: string | undefined;
  /** The path inside the rule's options; undefined for its severity. */
  readonly option?: ConfigPath | undefined;
}

/** Reads a path as a place in `rules`, at the top or in an override. */
export function rulePlaceOf(path: ConfigPath): RulePlace | undefined {
  const start = path[0] === "overrides" && path[2] === "rules" ? 3 : path[0] === "rules" ? 1 : undefined;
  if (start === undefined) return undefined;
  return { id: path[start], option: path[start + 1] === "1" ? path.slice(start + 2) : undefined };
}

/** The maps of rules of a config that may be faulty, with their paths. */
export function* ruleMapsOf(value: unknown): Iterable<{ path: ConfigPath; rules: RuleValues }> {
  const rules = valueAt(value, ["rules"]);
  if (isMap(rules)) yield { path: ["rules"], rules: rules as RuleValues };
  const overrides = valueAt(value, ["overrides"]);
  if (!Array.isArray(overrides)) return;
  for (const index of overrides.keys()) {
    const path = ["overrides", String(index), "rules"];
    const inner = valueAt(value, path);
    if (isMap(inner)) yield { path, rules: inner as RuleValues };
  }
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
