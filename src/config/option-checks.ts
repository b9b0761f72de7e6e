import type { Rule } from "#rule-kit/define-rule";
import type { ConfigValidator } from "./validators.ts";

const checks = new WeakMap<Rule, ConfigValidator>();

/** Keeps the check of what a config says of a rule that the schema of configs does not know. */
export const rememberOptionCheck = (rule: Rule, check: ConfigValidator): void => void checks.set(rule, check);

/** The check of what a config says of a rule; undefined for rules that the schema of configs knows. */
export const optionCheckOf = (rule: Rule | undefined): ConfigValidator | undefined =>
  rule === undefined ? undefined : checks.get(rule);
