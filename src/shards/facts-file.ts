import type { FrontMatterSchema } from "#model/front-matter-schema";
import type { Phrase } from "#model/phrase";
import type { SiteModel } from "#model/site";
import type { Shard } from "./shard.ts";

/**
 * The facts file: what one shard read, as lines of JSON.
 *
 * The first line is a `FactsHead`. Then come two lines for each document, sorted by path: `{"reading": …}`, what was
 * read, and `{"path": …, "facts": …}`, what was derived from it; a reader that needs one of them skips the other. The
 * last line is a `FactsEnd`. A file whose name ends in .gz is compressed.
 */
export const factsFormat = 1;

/** What a shard is part of. All shards of a run say the same. */
export interface SharedRun {
  /** Names the code that made the facts. */
  readonly tool: { readonly version: string; readonly build: string };
  /** Path of the run's root from the working folder, and its path in the repository, both POSIX. */
  readonly root: { readonly fromHere: string; readonly prefix: string };
  /** The documents of all shards together. */
  readonly documents: { readonly count: number; readonly hash: string };
  /** What was found and left out. */
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  /** The config, and what the command line said over it. `directory` is relative to the root. */
  readonly config: {
    readonly directory: string;
    readonly value: unknown;
    /** Rules of phrases, also those of files that the config names. */
    readonly phrases: readonly Phrase[];
    /** The schemas of front matter, also those of files that the config names. */
    readonly frontMatter: readonly FrontMatterSchema[];
    /** The plugins as the config names them, and what names their code. They are not in the file: code is run from a checkout. */
    readonly plugins: readonly { readonly source: string; readonly digest: string }[];
    readonly rule: readonly string[];
    readonly only: readonly string[] | null;
    readonly skip: readonly string[];
  };
  /** What steered reading: the options of the readers, and the keys of the facts. */
  readonly extraction: { readonly read: unknown; readonly facts: readonly string[] };
  /** What is known of the site; null where there is none. */
  readonly site: SiteModel | null;
  /** Paths that findings are wanted for, sorted; null for all. */
  readonly selected: readonly string[] | null;
}

/** The first line of a facts file. */
export interface FactsHead {
  readonly standfirst: "facts";
  readonly format: typeof factsFormat;
  readonly shard: Shard;
  readonly run: SharedRun;
}

/** The last line of a facts file: without it the file was cut off. */
export interface FactsEnd {
  readonly end: {
    readonly documents: number;
    /** How many of them came from a cache. */
    readonly cached: number;
    /** Of all lines before. */
    readonly sha256: string;
  };
}

/** How the lines of a facts file start. */
export const lineStarts = { reading: '{"reading":', facts: '{"path":', end: '{"end":' } as const;
