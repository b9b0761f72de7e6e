import { bodyFailure } from "#facts/body-failure";
import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "mdx",
  summary: "Write MDX that the build can read.",
  inBody: bodyFailure,
  message: "This can't be built: {found}; write {expected}.",
});
