/**
 * A file of an example; `encoding=` on its fence says where its bytes are not UTF-8, or start with a byte order mark.
 * `committed=DAY` makes it a version of the file in a repository; the last version is the file as it stands.
 */
interface ExampleFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly committed?: string | undefined;
}

const encodings = ["utf8", "utf8-bom", "latin1"] as const;
export type Encoding = (typeof encodings)[number];

/** One example of a rule's doc: the files, the options, and whether the rule must report something. */
export interface Example {
  readonly heading: string;
  readonly kind: "valid" | "invalid";
  readonly files: readonly ExampleFile[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Clock of the example, from `now=` of its first block. */
  readonly now: string;
  /** Lines of the doc, from 0: where the example's last block ends, and its report if it has one. */
  readonly end: number;
  readonly report: { readonly start: number; readonly end: number } | undefined;
}

interface Block {
  readonly info: readonly string[];
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly heading: string;
}

const fileNames: Readonly<Record<string, string>> = {
  txt: "index.txt",
  json: "index.json",
  html: "index.html",
  xml: "feed.xml",
  md: "post.md",
};

/**
 * Reads the examples of a rule's doc. A block `txt valid` or `json invalid` is an example; blocks in a row with
 * `file=NAME` are one example of several files; `json options` sets the options for the examples below it under the
 * same heading; `text report` shows what the rule reports.
 */
export function readExamples(doc: string): Example[] {
  const examples: Example[] = [];
  let options: { heading: string; value: Record<string, unknown> } | undefined;
  let last: Block | undefined;
  for (const block of blocksOf(doc)) {
    const [, role] = block.info;
    const previous = examples.at(-1);
    if (role === "options")
      options = { heading: block.heading, value: JSON.parse(block.body) as Record<string, unknown> };
    else if (role === "report" && previous !== undefined) {
      examples[examples.length - 1] = { ...previous, report: { start: block.start, end: block.end } };
    } else if (role === "valid" || role === "invalid") {
      const file = fileOf(block);
      const continues = isContinuation(block, last) && previous !== undefined;
      if (continues) examples[examples.length - 1] = { ...previous, files: [...previous.files, file], end: block.end };
      else examples.push(start(block, role, file, options));
    }
    last = block;
  }
  return examples;
}

const start = (
  block: Block,
  kind: "valid" | "invalid",
  file: Example["files"][number],
  options?: { heading: string; value: Record<string, unknown> },
): Example => ({
  heading: block.heading,
  kind,
  files: [file],
  options: options?.heading === block.heading ? options.value : {},
  now: attribute(block, "now") ?? "2026-07-01",
  end: block.end,
  report: undefined,
});

/** Whether a block adds a file to the example before it. */
const isContinuation = (block: Block, last: Block | undefined) =>
  last !== undefined &&
  last.heading === block.heading &&
  last.info[1] === block.info[1] &&
  attribute(block, "file") !== undefined &&
  attribute(last, "file") !== undefined;

const fileOf = (block: Block): ExampleFile => ({
  path: attribute(block, "file") ?? fileNames[block.info[0] ?? ""] ?? "index.txt",
  text: block.body,
  encoding: encodings.find((name) => name === attribute(block, "encoding")) ?? "utf8",
  committed: attribute(block, "committed"),
});

const attribute = ({ info }: Block, name: string) =>
  info.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);

function* blocksOf(doc: string): Iterable<Block> {
  const lines = doc.split("\n");
  let heading = "";
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, "");
    const fence = /^(`{3,})(.+)$/.exec(line);
    if (fence === null) continue;
    const close = lines.indexOf(fence[1] ?? "", i + 1);
    const body = lines
      .slice(i + 1, close)
      .map((text) => `${text}\n`)
      .join("");
    yield { info: (fence[2] ?? "").trim().split(/\s+/), body, start: i, end: close, heading };
    i = close;
  }
}
