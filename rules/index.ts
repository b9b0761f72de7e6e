// Written by `npm run generate`.
import type { RuleSet } from "#rule-kit/settings";
import summaryLength from "./summary/length.ts";

/** Every rule by its id, which is the path of its file. */
export const rules: RuleSet = {
  "summary/length": summaryLength,
};
