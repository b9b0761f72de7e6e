import { contentSize } from "#facts/content-size";
import { frontMatterValues } from "#facts/front-matter-values";
import { headings } from "#facts/markdown-headings";
import { links } from "#facts/markdown-links";
import type { Fact } from "#rule-kit/define-fact";

/** The facts that this package offers to plugins; the public API exports them. */
export const builtInFacts: ReadonlySet<Fact> = new Set<Fact>([contentSize, frontMatterValues, headings, links]);
