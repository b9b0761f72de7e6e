import { bodyFailure } from "#facts/body-failure";
import { parseRule } from "#rule-kit/parse-rule";

export default parseRule({
  kind: "limit",
  summary: "Keep documents within the limits of what is read.",
  inBody: bodyFailure,
  message: "Not all of this was read: {found}; expected {expected}.",
});
