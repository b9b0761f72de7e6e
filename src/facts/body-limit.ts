import type { Failure } from "#model/document";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";

/** Why a Markdown body is not read, where it is beyond the limits of the parser: too long, or nested too deep. */
export const bodyLimit = defineFact<Failure | null>({
  id: "body-limit",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): Failure | null {
  const failure = view.failure();
  return failure?.kind === "limit" ? failure : null;
}
