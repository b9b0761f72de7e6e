import type { Severity } from "#model/severity";
import type { Rule, Site } from "./define-rule.ts";

/** Every rule there is, by id. */
export type RuleSet = Readonly<Record<string, Rule>>;

/** What the config says of one rule for one path. */
export interface RuleSetting {
  readonly severity: Severity | "off";
  readonly options: Readonly<Record<string, unknown>>;
}

/** When a run fails. */
export interface GateSettings {
  readonly failOn: Severity | "never";
  /** Most warnings allowed; undefined for any number. */
  readonly maxWarnings?: number | undefined;
  /** Most findings allowed, by rule or group. */
  readonly budgets?: Readonly<Record<string, number>> | undefined;
}

/** The config of a run, resolved: what the engine asks. */
export interface Settings {
  /** The setting of a rule where no path is concerned, or before any override. */
  base(rule: string): RuleSetting;
  /** The setting of a rule for a document. */
  at(rule: string, path: string): RuleSetting;
  /** Rules that are on for at least one path, sorted. */
  readonly enabled: readonly string[];
  readonly gate: GateSettings;
  readonly site: Site;
}
