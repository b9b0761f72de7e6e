import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "html",
  summary: "Give a list page whose entries can be found.",
  message: "No posts can be read from this page: {found}; expected {expected}.",
});
