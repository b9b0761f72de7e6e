import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingFor } from "#text/remember";
import { countCjk, countWords } from "#text/words";
import { filler, visitsOf } from "./markdown-nodes.ts";

/** How much a Markdown document has of what. Words are counted as white space separates them. */
export interface WordCounts {
  /** Words of text: paragraphs, lists, quotes, headings, tables; without code. */
  readonly words: number;
  /** Words in code spans, and in code blocks. */
  readonly inlineCodeWords: number;
  readonly codeWords: number;
  /** Characters of Chinese, Japanese and Korean in the text; they are also part of `words` as white space has it. */
  readonly cjk: number;
  readonly codeBlocks: number;
  readonly images: number;
  readonly tables: number;
  readonly headings: number;
}

/** The counts of a Markdown document; null for other documents. */
export const wordCounts = defineFact<WordCounts | null>({
  id: "word-counts",
  version: 1,
  from: { entry: () => null, markdown: (view) => countsOf(view) },
});

const countsOf = rememberingFor((view: MarkdownView): WordCounts => {
  const tally = new Tally();
  for (const { node } of visitsOf(view)) {
    if (node.type === "text") tally.text.push(node.value);
    else if (node.type === "inlineCode") tally.inlineCode.push(node.value);
    else if (node.type === "code") tally.code.push(node.value);
    else if (node.type === "html") tally.images += node.value.match(/<img\b/gi)?.length ?? 0;
    else tally.addOther(node.type);
  }
  return tally.counts();
});

// What is in one of these is no part of the words before it.
const separate = new Set(["paragraph", "heading", "tableCell", "break"]);

/** Texts to count once all are there. Parts of one word can be in several nodes: "un**bold**ed". */
class Tally {
  readonly text: string[] = [];
  readonly inlineCode: string[] = [];
  readonly code: string[] = [];
  images = 0;
  tables = 0;
  headings = 0;

  addOther(type: string): void {
    if (separate.has(type)) this.text.push("\n");
    if (type === "image" || type === "imageReference") this.images++;
    if (type === "table") this.tables++;
    if (type === "heading") this.headings++;
  }

  counts(): WordCounts {
    const text = this.text.join("").replaceAll(filler, "");
    return {
      words: countWords(text),
      inlineCodeWords: countWords(this.inlineCode.join("\n")),
      codeWords: countWords(this.code.join("\n")),
      cjk: countCjk(text),
      codeBlocks: this.code.length,
      images: this.images,
      tables: this.tables,
      headings: this.headings,
    };
  }
}
