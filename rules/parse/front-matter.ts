import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "front-matter",
  summary: "Write front matter that can be read.",
  message: "This front matter can't be read: {found}; expected {expected}.",
});
