import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "schema",
  summary: "Give every value the type that the form asks for.",
  message: "This value does not fit: {found}; expected {expected}.",
});
