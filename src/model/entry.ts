import type { Field } from "./field.ts";
import type { Meta } from "./meta.ts";
import type { Span } from "./span.ts";

/** What kind of document an entry comes from, the most trusted first: a defect is reported in the first that shows it. */
export const editions = ["source", "index", "feed", "page", "sitemap", "llms"] as const;
export type Edition = (typeof editions)[number];

/** Names of the fields that an entry can have, as rules, messages and fingerprints call them. */
export type FieldName =
  | "title"
  | "summary"
  | "published"
  | "modified"
  | "readingTime"
  | "author"
  | "url"
  | "slug"
  | "tags"
  | "language"
  | "draft"
  | "image"
  | "content";

/** What one document says about one post. Every value carries the place where it was read. */
export interface Entry {
  readonly edition: Edition;
  /** Path of the document, POSIX, relative to the root of the run. */
  readonly path: string;
  /** Position of the entry in its document, from 0. */
  readonly ordinal: number;
  /** All of the entry in its document. */
  readonly span: Span;
  readonly title?: Field;
  readonly summary?: Field;
  /** The date as it was written; `parseDate` reads it. */
  readonly published?: Field;
  readonly modified?: Field;
  /** Minutes. */
  readonly readingTime?: Field<number>;
  readonly author?: Field;
  readonly url?: Field;
  readonly slug?: Field;
  readonly tags?: readonly Field[];
  readonly language?: Field;
  readonly draft?: Field<boolean>;
  readonly image?: Field;
  /** The post's plain text, where a feed or a search index carries it. */
  readonly content?: Field;
  /** What the front matter of a Markdown document says that its URL may depend on. */
  readonly meta?: Meta;
  /** Other URLs that lead to the post, as front matter gives them. */
  readonly aliases?: readonly Field[];
  /** The day from which the post is no longer published, as it was written. */
  readonly expiry?: Field;
  /** Where the document has the post's body. */
  readonly body?: Span;
  /**
   * The entry can't be judged by what it lacks: its data is broken, it is a part of other documents and says nothing of
   * a post, or it only leads elsewhere.
   */
  readonly incomplete?: true;
  /** Names of keys that the format does not know, where it has keys. */
  readonly unknownKeys?: readonly Field[];
}
