import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "baseline",
  summary: "Take entries out of the baseline whose findings are gone.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    stale: "The baseline has a finding of {rule} in {path} that is gone; run “standfirst baseline prune”.",
  },

  *check({ file, span, rule, path, fingerprint }) {
    const at = { path: file, span, anchor: "baseline" };
    yield { message: "stale", data: { rule, path }, at, key: fingerprint };
  },
});
