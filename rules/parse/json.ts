import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "json",
  summary: "Write JSON that can be read.",
  message: "This JSON can't be read: {found}; expected {expected}.",
});
