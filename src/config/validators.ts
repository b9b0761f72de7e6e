import { Ajv } from "ajv";
import type { RuleSet } from "#rule-kit/settings";
import { configSchema } from "./schema.ts";

/** What a schema's check says of one fault, in the words of ajv. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the faulty value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Checks a value against the config's schema; an empty list for a valid one. */
export type ConfigValidator = (value: unknown) => readonly SchemaError[];

const compiled = new WeakMap<RuleSet, ConfigValidator>();

/**
 * The validator of configs for a set of rules.
 *
 * This module is the only one that loads ajv. A build can put another in its place that has the validator of the
 * built-in rules already compiled.
 */
export function configValidator(rules: RuleSet): ConfigValidator {
  const known = compiled.get(rules);
  if (known !== undefined) return known;
  const check = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false }).compile(configSchema(rules));
  const validator: ConfigValidator = (value) => (check(value) ? [] : (check.errors ?? []));
  compiled.set(rules, validator);
  return validator;
}
