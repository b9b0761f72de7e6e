import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "xml",
  summary: "Write XML that can be read.",
  message: "This XML can't be read: {found}; expected {expected}.",
});
