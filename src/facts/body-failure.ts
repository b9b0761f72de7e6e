import type { Failure } from "#model/document";
import { defineFact } from "#rule-kit/define-fact";

/** Why a Markdown body is not read, or only as plain Markdown: it is beyond the limits of the parser, or wrong MDX. */
export const bodyFailure = defineFact<Failure | null>({
  id: "body-failure",
  version: 1,
  from: { entry: () => null, markdown: (view) => view.failure() ?? null },
});
