/** How bad a finding is, the mildest first. */
export const severities = ["info", "warn", "error"] as const;
export type Severity = (typeof severities)[number];

/** Whether a severity is as bad as another, or worse. */
export const isAtLeast = (severity: Severity, floor: Severity) =>
  severities.indexOf(severity) >= severities.indexOf(floor);

/** Sets of rules that a config can start from; a rule says which ones it is in. */
export const presets = ["recommended", "strict", "seo", "editorial"] as const;
export type Preset = (typeof presets)[number];
