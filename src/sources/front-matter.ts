import type { Failure } from "#model/document";
import type { FrontMatter, FrontMatterMap } from "#model/front-matter";
import type { Span } from "#model/span";
import { findFences, type Fenced } from "./front-matter-fences.ts";
import { readFlatYaml } from "./front-matter-flat.ts";
import { mostLevels, type Parsed } from "./front-matter-flaws.ts";

/** Largest front matter that is parsed, in UTF-16 units. */
const largest = 1_000_000;

const parsers = {
  yaml: async () => (await import("./front-matter-yaml.ts")).readYaml,
  toml: async () => (await import("./front-matter-toml.ts")).readToml,
  json: async () => (await import("./front-matter-json.ts")).readJson,
  js: async () => (await import("./front-matter-js.ts")).readJs,
} as const;

/**
 * Reads the front matter of a Markdown document, in YAML, TOML, JSON or JavaScript, with the place of every key and value. What
 * can't be read is a failure; the body is known in any case.
 *
 * @param text the document without its byte order mark
 */
export async function readFrontMatter(text: string): Promise<FrontMatter> {
  const fenced = findFences(text);
  if (fenced === undefined) return none;
  const { format, span, inner, bodyStart } = fenced;
  const unclosed = fenced.closed ? [] : [unclosedFailure(fenced)];
  const limit = limitIn(text, inner);
  const { root, failures } =
    limit === undefined ? await parse(text, fenced) : { root: emptyMap(inner), failures: [limit] };
  // Where the end is missing, all that the parser complains of comes from that.
  return { format, span, inner, bodyStart, root, failures: unclosed.length > 0 ? unclosed : failures };
}

const emptyMap = (span: Span): FrontMatterMap => ({ kind: "map", pairs: [], span });

const nowhere: Span = { start: 0, end: 0 };
const none: FrontMatter = {
  format: "none",
  span: nowhere,
  inner: nowhere,
  bodyStart: 0,
  root: emptyMap(nowhere),
  failures: [],
};

async function parse(text: string, { format, inner }: Fenced): Promise<Parsed> {
  const flat = format === "yaml" ? readFlatYaml(text, inner) : undefined;
  if (flat !== undefined) return flat;
  const read = await parsers[format]();
  try {
    return read(text, inner);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: emptyMap(inner), failures: [tooDeep(inner)] };
  }
}

const unclosedFailure = ({ format, span }: Fenced): Failure => ({
  kind: "front-matter",
  span: { start: span.start, end: Math.min(span.start + (format === "json" ? 1 : 3), span.end) },
  found: "front matter without an end",
  expected: {
    yaml: "a closing line ---",
    toml: "a closing line +++",
    json: "a closing brace",
    js: "a closing line ---",
  }[format],
});

const tooDeep = (span: Span): Failure => ({
  kind: "limit",
  span: { start: span.start, end: span.start },
  found: `front matter nested more than ${mostLevels} levels deep`,
  expected: "flat front matter",
});

/**
 * What keeps front matter from being parsed at all. The parsers go down a level of nesting with the stack, and V8 can
 * end the process where the stack ends within a regular expression, so depth is bounded before they start.
 */
function limitIn(text: string, { start, end }: Span): Failure | undefined {
  if (end - start > largest) {
    const found = `${(end - start).toLocaleString("en-US")} characters of front matter`;
    return {
      kind: "limit",
      span: { start, end: start },
      found,
      expected: `at most ${largest.toLocaleString("en-US")}`,
    };
  }
  const inner = text.slice(start, end);
  return bracketDepth(inner) > mostLevels || markDepth(inner) > 10 * mostLevels ? tooDeep({ start, end }) : undefined;
}

/** Deepest nesting of brackets and braces, those within texts included. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Longest run of indentation and of the marks that open a level, at the start of a line. */
function markDepth(text: string): number {
  let deepest = 0;
  for (const [marks] of text.matchAll(/^[ \t?:-]+/gm)) deepest = Math.max(deepest, marks.length);
  return deepest;
}
