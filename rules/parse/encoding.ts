import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "encoding",
  summary: "Write every document in UTF-8.",
  message: "This is not text in UTF-8: {found}; expected {expected}.",
});
