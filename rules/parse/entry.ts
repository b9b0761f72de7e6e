import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "entry",
  summary: "Write every entry of a list so that it can be read.",
  message: "“{found}” can't be read as a post; expected {expected}.",
});
