import type { Corpus } from "#model/corpus";
import type { Span } from "#model/span";
import { decodeLines, encodeLines } from "#text/lines";
import type { KnownFindings } from "./known-findings.ts";

/** Looks up lines and columns; a document's lines are decoded when its first finding asks for them. */
export function rangesIn({ documents, site }: Corpus, baseline: KnownFindings | undefined) {
  const lines = new Map(documents.map((document) => [document.path, document.lines]));
  if (baseline !== undefined) lines.set(baseline.file, encodeLines(baseline.text));
  for (const { path, text } of site?.model.redirects ?? []) lines.set(path, encodeLines(text));
  const indexes = new Map<string, ReturnType<typeof decodeLines>>();
  return (path: string, span: Span) => {
    const index = indexes.get(path) ?? decodeLines(lines.get(path) ?? "");
    indexes.set(path, index);
    return index.range(span);
  };
}
