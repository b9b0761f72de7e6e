import { extractFacts, type DocumentFacts } from "#engine/index";
import type { Document, Reading } from "#model/document";
import type { Stopwatch } from "#model/timing";
import type { Phrase } from "#model/phrase";
import type { PluginCode } from "#plugins/index";
import type { Fact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { readDirectives } from "#sources/directives";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { encodeLines } from "#text/lines";

/** What extraction depends on beside the bytes of a document. Plain JSON, so that it can be sent to another thread. */
export interface ExtractionJob {
  readonly read: ReadOptions;
  /** Ids of the rules that are on; they say which facts are wanted. */
  readonly rules: readonly string[];
  /** The phrases of the config, whose rules have facts of their own. */
  readonly phrases?: readonly Phrase[] | undefined;
  /** The plugins of the config, whose rules may have facts of their own too. */
  readonly plugins?: readonly PluginCode[] | undefined;
}

/** Reads one document and computes its facts. */
export async function extractDocument(
  document: Document,
  { read }: ExtractionJob,
  facts: readonly Fact[],
  timing?: Stopwatch,
): Promise<DocumentFacts> {
  const started = timing?.now() ?? 0;
  const reading = await readDocument(document, read);
  const { path, bom, text } = document;
  const inComments = readDirectives(document, reading.format, reading.bodyStart ?? 0);
  const directives = [...(reading.directives ?? []), ...inComments];
  const view = await viewOf(document, reading, read, facts);
  timing?.spent("fact", "(entries)", timing.now() - started);
  // Else the first fact that asks for the tree would seem to cost what parsing does.
  if (timing !== undefined && view !== undefined) parseAhead(view, timing);
  const views = { markdown: view, diagrams: view && (await diagramParserFor(facts)) };
  return extractFacts({ path, bom, lines: encodeLines(text), ...reading, directives }, facts, views, timing);
}

/** The view that facts of a Markdown document are made from; undefined where none of them needs it. */
async function viewOf(
  document: Document,
  { format, entries }: Reading,
  { markdown }: ReadOptions,
  facts: readonly Fact[],
) {
  const isWanted =
    format === "markdown" && entries.length > 0 && facts.some(({ from }) => from.markdown ?? from.diagrams);
  return isWanted ? (await import("#sources/markdown-view")).openMarkdown(document, markdown) : undefined;
}

/** Loads the parser of diagrams, in time and memory the largest of all, only where a fact needs it. */
const diagramParserFor = async (facts: readonly Fact[]) =>
  facts.some(({ from }) => from.diagrams !== undefined) ? (await import("#sources/mermaid")).parseDiagram : undefined;

function parseAhead(view: MarkdownView, timing: Stopwatch): void {
  const started = timing.now();
  view.tree();
  timing.spent("fact", "(Markdown tree)", timing.now() - started);
}
