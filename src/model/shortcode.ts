import type { Span } from "./span.ts";

/** Hugo's `{{< >}}` and `{{% %}}`; Liquid's `{% %}` and `{{ }}`; the `:::` of Docusaurus and of directives. */
export type ShortcodeSyntax = "hugo" | "liquid" | "directive";

/** A call in Markdown that the generator replaces: no prose, but what stands between two tags may be. */
export interface Shortcode {
  readonly syntax: ShortcodeSyntax;
  /** Empty for the output of Liquid. */
  readonly name: string;
  /** From the first tag to the last one. */
  readonly span: Span;
  /** Between the tags, where there are two. */
  readonly inner?: Span;
  /** Whether it ends: by a second tag, or because its form needs none (`{{< x />}}`, `{{ x }}`). */
  readonly closed: boolean;
  /** It is a closing tag that nothing opened. */
  readonly stray?: true;
}
