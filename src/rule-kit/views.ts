import type { Root } from "mdast";
import type { Document, Failure } from "#model/document";
import type { FrontMatter } from "#model/front-matter";
import type { Shortcode } from "#model/shortcode";

/** A Markdown document as facts see it. */
export interface MarkdownView {
  readonly document: Document;
  readonly frontMatter: FrontMatter;
  /** Offset in the document's text where the body starts. */
  readonly bodyStart: number;
  /**
   * What the parser is given: as long as the document's text, with blanks for the front matter, and blanks or fillers
   * (U+FFFC) for shortcodes.
   */
  readonly masked: string;
  readonly shortcodes: readonly Shortcode[];
  /** Whether `tree` can hold nodes of MDX. */
  readonly isMdx: boolean;
  /**
   * The syntax tree; its offsets are offsets in `document.text`. Made when it is first asked for, and once. A body that
   * can't be parsed gives a tree without children.
   */
  tree(): Root;
  /** Why the body could not be parsed as it is; undefined where it could. Makes the tree. */
  failure(): Failure | undefined;
}

/** Why Mermaid draws an error in place of a diagram. Lines count from 0, in the text that it was given. */
export type DiagramFlaw =
  | { readonly kind: "empty" }
  /** It knows no such kind of diagram. */
  | { readonly kind: "type"; readonly found: string }
  /** It can't read a line: at `found`, where it can tell. */
  | { readonly kind: "syntax"; readonly line: number; readonly found: string }
  /** It can read the diagram and does not draw it all the same; the reason is in its words. */
  | { readonly kind: "refused"; readonly reason: string };

/** Reads a diagram as Mermaid does; undefined where it can be drawn. */
export type DiagramParser = (text: string) => Promise<DiagramFlaw | undefined>;
