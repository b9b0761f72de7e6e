import { describe, expect, test } from "vitest";
import type { ReportContext } from "#reporters/index";
import { sarif } from "#reporters/sarif";
import { bakery } from "../support/report-cases.ts";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly snippet?: { readonly text: string } };
    readonly contextRegion?: { readonly snippet: { readonly text: string } };
  };
}

interface Run {
  readonly automationDetails?: { readonly id: string };
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: object[] },
  ];
  readonly properties?: object;
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly shortDescription: { readonly text: string };
        readonly properties: { readonly tags: readonly string[] };
      }[];
    };
  };
  readonly results: readonly {
    readonly ruleId: string;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Location[];
    readonly relatedLocations?: readonly Location[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly suppressions?: readonly object[];
  }[];
}

function runOf(spec: ReportSpec, changes: Partial<ReportContext> = {}): Run & { notices: readonly string[] } {
  const { output, notices } = sarif(reportFrom(spec), contextFor(spec, changes));
  const [run] = (JSON.parse(output) as { runs: [Run] }).runs;
  return { ...run, notices };
}

const one = (
  finding: Partial<FindingSpec>,
  documents: Readonly<Record<string, string>> = { "a.md": "one\ntwo\n" },
): ReportSpec => ({
  documents,
  findings: [
    { rule: "title/width", path: Object.keys(documents)[0] ?? "", mark: "", message: "Title is wide.", ...finding },
  ],
});

const uriIn = (spec: ReportSpec) => runOf(spec).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;

describe("places", () => {
  test.each([
    ["über uns/rye bread.md", "%C3%BCber%20uns/rye%20bread.md"],
    ["a#b?c%d.md", "a%23b%3Fc%25d.md"],
    ["c:d.md", "c%3Ad.md"],
    ["./posts/../a.md", "a.md"],
    ["back\\slash.md", "back%5Cslash.md"],
    ["half\ud83d.md", "half%EF%BF%BD.md"],
  ])("%j is encoded by segment", (path, uri) => {
    expect(uriIn(one({}, { [path]: "x" }))).toBe(uri);
  });

  test("are relative to the repository's root", () => {
    expect(uriIn({ ...one({}), root: "sites/blog" })).toBe("sites/blog/a.md");
    expect(uriIn({ ...one({}, { "../common/a.md": "x" }), root: "sites/blog" })).toBe("sites/common/a.md");
  });

  test.each(["../a.md", "/etc/a.md", "https://example.com/a.md", "<stdin>", "-", "C:\\a.md"])(
    "%j is in no repository, and only counted",
    (path) => {
      const run = runOf(one({}, { [path]: "x" }));
      expect(run.results).toEqual([]);
      expect(run.invocations[0].toolExecutionNotifications).toEqual([
        { level: "note", message: { text: "1 finding outside of the repository is not among the results." } },
      ]);
      expect(run.notices).toHaveLength(1);
    },
  );

  test("end on the line that they mark, not at the start of the next", () => {
    const [result] = runOf(one({ mark: "one\r\n" }, { "a.md": "one\r\ntwo\r\n" })).results;
    expect(result?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 4,
      snippet: { text: "one" },
    });
  });
});

const quotesIn = (spec: ReportSpec) => {
  const place = runOf(spec).results[0]?.locations[0]?.physicalLocation;
  return { region: place?.region.snippet?.text, context: place?.contextRegion };
};

describe("quotes", () => {
  test("show what is marked, and the lines around it", () => {
    expect(quotesIn(one({ mark: "three" }, { "a.md": "one\ntwo\nthree\nfour\nfive\n" }))).toEqual({
      region: "three",
      context: { startLine: 2, startColumn: 1, endLine: 4, endColumn: 5, snippet: { text: "two\nthree\nfour" } },
    });
  });

  test("are cut in long lines, and never in a character", () => {
    const long = `${"🍞".repeat(400)}!${"é".repeat(5_000)}`;
    expect(quotesIn(one({ mark: "!" }, { "a.md": long })).context?.snippet.text).toBe(
      `${"🍞".repeat(50)}!${"é".repeat(100)}`,
    );
    expect(quotesIn(one({ mark: long }, { "a.md": long })).region?.length).toBeLessThanOrEqual(1_200);
  });

  test("leave the context out where there is none, and everything where the text is not at hand", () => {
    expect(quotesIn(one({ mark: "one" }, { "a.md": "one" }))).toEqual({ region: "one", context: undefined });
    const { results } = runOf(one({ mark: "one" }), { text: () => undefined });
    expect(JSON.stringify(results)).not.toContain("snippet");
  });
});

describe("rules", () => {
  test("are those of the run, sorted, whatever was found", () => {
    const quietRules = ["summary/length", "author/missing"];
    const found = runOf({ ...one({}), quietRules }).tool.driver.rules;
    const clean = runOf({ ...one({}), findings: [], quietRules: [...quietRules, "title/width"] }).tool.driver.rules;
    expect(found.map(({ id }) => id)).toEqual(["author/missing", "summary/length", "title/width"]);
    expect(clean).toEqual(found);
  });

  test("carry their doc, at most ten tags and a precision", () => {
    const tags = Array.from({ length: 12 }, (_, index) => `tag-${index}`);
    const help = { text: "Plain help.", markdown: "# Help", tags, precision: "low" as const };
    const [rule] = runOf(one({}), { rules: { "title/width": help } }).tool.driver.rules;
    expect(rule).toMatchObject({
      name: "TitleWidth",
      help: { text: "Plain help.", markdown: "# Help" },
      properties: { precision: "low", "problem.severity": "warning" },
    });
    expect(rule?.properties.tags).toEqual(["content", "title", "recommended", ...tags.slice(0, 7)]);
  });

  test("have a sentence of at most 1,024 characters", () => {
    const report = reportFrom(one({}));
    const rule = { url: "https://standfirst.dev/rules/title/width", severity: "warn", presets: [] } as const;
    const textFor = (summary: string) => {
      const { output } = sarif({ ...report, rules: { "title/width": { ...rule, summary } } }, contextFor(one({})));
      const [run] = (JSON.parse(output) as { runs: [Run] }).runs;
      return run.tool.driver.rules[0]?.shortDescription.text;
    };
    expect(textFor("keep titles short")).toBe("Keep titles short.");
    expect(textFor("x".repeat(2_000))).toHaveLength(1_024);
  });
});

describe("messages", () => {
  test("can make no links of content", () => {
    const [result] = runOf(one({ message: "Title is [this](http://evil.example) [and](1)." })).results;
    expect(result?.message.text).toBe("Title is [this] (http://evil.example) [and] (1).");
  });

  test("link five related places and count the others", () => {
    const related = Array.from({ length: 17 }, (_, index) => ({
      path: `[${index}].md`,
      mark: "x",
      message: "has the same title",
    }));
    const documents = Object.fromEntries(["a.md", ...related.map(({ path }) => path)].map((path) => [path, "x"]));
    const [result] = runOf(one({ related }, documents)).results;
    expect(result?.message.text).toBe(
      "Title is wide. Related: [(0).md:1](1), [(1).md:1](2), [(2).md:1](3), [(3).md:1](4), [(4).md:1](5) and 12 more.",
    );
    expect(result?.relatedLocations?.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  test("count related places that are in no repository", () => {
    const related = [{ path: "../a.md", mark: "", message: "has the same title" }];
    const [result] = runOf(one({ related })).results;
    expect(result?.message.text).toBe("Title is wide. Related: 1 elsewhere.");
    expect(result).not.toHaveProperty("relatedLocations");
  });
});

const hashes = (spec: ReportSpec, changes: Partial<ReportContext> = {}) =>
  runOf(spec, changes).results.map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);

describe("fingerprints", () => {
  const twice: ReportSpec = {
    documents: { "a.md": " a\nb\n  \t\tc\n d" },
    findings: [
      { rule: "title/width", path: "a.md", mark: "b", message: "First.", fingerprint: `v1:${"1".repeat(32)}` },
      { rule: "title/width", path: "a.md", mark: "b", message: "Second.", fingerprint: `v1:${"2".repeat(32)}` },
      { rule: "title/length", path: "a.md", mark: "b", message: "Third.", fingerprint: `v1:${"3".repeat(32)}` },
    ],
  };
  test("are the line's hash, and our own where a rule has used it on that line", () => {
    expect(hashes(twice)).toEqual(["54703d4cd895b18:1", "2".repeat(32), "54703d4cd895b18:1"]);
    expect(runOf(twice).results[0]?.partialFingerprints["standfirst/v1"]).toBe("1".repeat(32));
  });

  test("are our own where the text is not at hand", () => {
    expect(hashes(twice, { text: () => undefined })[0]).toBe("1".repeat(32));
  });

  test("count a byte order mark, as GitHub's uploader does", () => {
    const first = { ...twice, findings: twice.findings.slice(0, 1).map((finding) => ({ ...finding, mark: "a" })) };
    expect(hashes(first)).toEqual(["271789c17abda88f:1"]);
    expect(hashes(first, { hasByteOrderMark: () => true })).not.toEqual(["271789c17abda88f:1"]);
    expect(hashes(twice, { hasByteOrderMark: () => true })[0]).toBe("54703d4cd895b18:1");
  });
});

describe("what counts", () => {
  test("suppressed and baselined findings are left out", () => {
    const { results } = runOf(bakery);
    expect(results).toHaveLength(8);
    expect(results.some((result) => "suppressions" in result)).toBe(false);
  });

  test("or marked on every result where they are asked for", () => {
    const { results } = runOf(bakery, { includeSuppressed: true });
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      ...Array.from({ length: 8 }, () => []),
      [{ kind: "inSource", status: "accepted", justification: "the house style" }],
      [{ kind: "external", status: "accepted" }],
    ]);
  });

  test("a category ends in one slash, and is only there where it is given", () => {
    expect(runOf(bakery)).not.toHaveProperty("automationDetails");
    expect(runOf(bakery, { sarifCategory: "content" }).automationDetails).toEqual({ id: "content/" });
    expect(runOf(bakery, { sarifCategory: "content/" }).automationDetails).toEqual({ id: "content/" });
  });

  test("errors of the run are notifications", () => {
    const errors = [{ code: "RULE_CRASH", rule: "title/width", path: "a.md", message: "no" } as const];
    expect(runOf({ ...one({}), errors }).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: "error", message: { text: "RULE_CRASH (title/width in a.md): no" } }],
      },
    ]);
  });
});
