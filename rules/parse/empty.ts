import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "empty",
  summary: "Give a list that has posts in it.",
  severity: "warn",
  message: "There is nothing to check: {found}; expected {expected}.",
});
