import type { Directive } from "./directive.ts";
import type { Document, Reading } from "./document.ts";
import type { Entry } from "./entry.ts";
import type { Post } from "./post.ts";
import type { SitePages } from "./site.ts";

/** A document without its text: what reading it gave. */
export interface DocumentReading extends Reading, Pick<Document, "path" | "bom"> {
  /** The lengths of its lines, encoded: what it takes to tell lines and columns. */
  readonly lines: string;
  readonly directives: readonly Directive[];
}

/** Everything that a run read, joined. The order is that of the paths, and of the entries in each document. */
export interface Corpus {
  readonly documents: readonly DocumentReading[];
  readonly entries: readonly Entry[];
  readonly posts: readonly Post[];
  /** Where the documents of a site are served, where they are of one. */
  readonly site?: SitePages;
}
