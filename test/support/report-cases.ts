import type { FindingSpec, ReportSpec } from "./reports.ts";

const rye = [
  "---",
  'title: "Rye bread for beginners: the complete guide to a dense, sour, dark loaf that keeps for a week"',
  "date: 2026-05-04",
  "---",
  "",
  "Rye has little gluten, so the dough stays sticky.",
  "Shape it with wet hands.",
  "",
].join("\r\n");

const summary =
  "Starters fail for three reasons: cold kitchens, tired flour and impatience, and each of them has a remedy that takes no more than a warm corner, a fresh bag and a calendar. ".repeat(
    3,
  );

const index = JSON.stringify({
  posts: [
    { title: "パン種を育てる 🍞 nine days", summary: "How to feed a starter." },
    {
      title: "A starter in nine days",
      summary: `${summary}It is sour ,but mild, and nobody at our table has ever complained.`,
    },
    { title: "A starter in nine days", summary: "How to feed a starter." },
  ],
});

/** A few findings of every kind: a long line, CRLF, wide characters, a group, related places, fixes, other statuses. */
export const bakery: ReportSpec = {
  documents: { "content/posts/rye bread.md": rye, "index.json": index, "content/posts/clean.md": "A clean post.\n" },
  entries: 5,
  quietRules: ["author/missing"],
  findings: [
    {
      rule: "title/width",
      path: "content/posts/rye bread.md",
      mark: "Rye bread for beginners: the complete guide to a dense, sour, dark loaf that keeps for a week",
      message: "Title is 812 px wide; keep it to 600 px, or search results cut it after “dense, sour, dark”.",
      subject: "Rye bread for beginners: the complete guide to a dense, sour, dark loaf that keeps for a week",
      url: "/rye/",
    },
    {
      rule: "date/modified",
      path: "content/posts/rye bread.md",
      mark: "2026-05-04",
      severity: "error",
      message: "The post was modified before it was published; set the later date.",
      subject: "Rye bread for beginners: the complete guide to a dense, sour, dark loaf that keeps for a week",
    },
    {
      rule: "lead/length",
      path: "content/posts/rye bread.md",
      mark: "Rye has",
      until: "wet hands.\r\n",
      severity: "info",
      message: "Lead has 14 words; write at least 30.",
    },
    {
      rule: "title/script",
      path: "index.json",
      mark: "🍞",
      severity: "info",
      message: "Title has an emoji; search results may leave it out.",
      fix: { text: "", description: "Remove the emoji", safety: "unsafe" },
      subject: "パン種を育てる 🍞 nine days",
    },
    {
      rule: "summary/duplicate",
      path: "index.json",
      mark: "How to feed a starter.",
      message: "2 posts have the summary “How to feed a starter.”; say what sets this one apart.",
      group: "g1",
      subject: "パン種を育てる 🍞 nine days",
      related: [{ path: "index.json", mark: "A starter in nine days", message: "has the same summary" }],
    },
    {
      rule: "title/duplicate",
      path: "index.json",
      mark: "A starter in nine days",
      message: "7 posts have the title “A starter in nine days”; name what sets this one apart.",
      subject: "A starter in nine days",
      related: ["one", "two", "three", "four", "five", "six"].map((name) => ({
        path: name === "six" ? "../elsewhere/six.md" : "content/posts/clean.md",
        mark: "",
        message: `has the same title (${name})`,
      })),
    },
    {
      rule: "summary/punctuation",
      path: "index.json",
      mark: " ,but",
      message: "A space stands before the comma; put it behind.",
      fix: { text: ", but", description: "Move the space behind the comma" },
      subject: "A starter in nine days",
    },
    {
      rule: "summary/duplicate",
      path: "index.json",
      mark: "How to feed a starter.",
      nth: 2,
      message: "2 posts have the summary “How to feed a starter.”; say what sets this one apart.",
      group: "g1",
      subject: "A starter in nine days",
    },
    {
      rule: "title/width",
      path: "index.json",
      mark: "A starter",
      message: "Title is narrow.",
      status: "suppressed",
      statusReason: "the house style",
    },
    { rule: "title/width", path: "index.json", mark: "nine", message: "Title is old.", status: "baselined" },
  ],
};

/** All is well. */
export const clean: ReportSpec = {
  documents: { "index.txt": "A post\n" },
  entries: 24,
  findings: [],
  quietRules: ["author/missing", "title/width"],
};

/** Nothing was read. */
export const empty: ReportSpec = { documents: {}, findings: [] };

const attack =
  "\u001b]0;owned\u0007\u001b[2J\u009b31m \u202egnp.exe ##[add-mask]a %0A::error::b\n::error::c](http://evil.example) <img src=x onerror=alert(1)> @team #1 | `x` \ud800";

/** Content that wants to reach the terminal, the runner, the browser or the XML parser of whoever reads the report. */
export const hostile: ReportSpec = {
  documents: { "::error::path, with: \u001b[31mcolour.md": `${attack}\n`, "- --> ]]> &amp; \"'.md": "x\n" },
  findings: [
    {
      rule: "text/control",
      path: "::error::path, with: \u001b[31mcolour.md",
      mark: "##[add-mask]",
      message: `Title has control characters: ${attack}`,
      subject: attack,
      severity: "error",
      related: [{ path: "- --> ]]> &amp; \"'.md", mark: "x", message: attack }],
      fix: { text: attack, description: attack },
    },
    { rule: "text/control", path: "- --> ]]> &amp; \"'.md", mark: "x", message: "]](1) [a](1) ]]> &amp; \"'" },
  ],
};

/** A run that could not do its whole job. */
export const crashed: ReportSpec = {
  documents: { "index.txt": "A post\n" },
  findings: [{ rule: "title/width", path: "index.txt", mark: "A post", message: "Title is narrow; use the room." }],
  errors: [
    { code: "RULE_CRASH", rule: "lead/length", path: "index.txt", message: "Cannot read properties of undefined" },
    { code: "RULE_CRASH", rule: "title/duplicate", path: null, message: "Maximum call stack size exceeded" },
  ],
};

const rules = ["title/width", "summary/length", "summary/near-duplicate", "lead/marker"];
const messages = [
  "Title is 655 px wide; keep it to 600 px.",
  "Summary has 31 characters; write at least 70.",
  "Summary nearly repeats that of another post, “How to feed a starter in winter”; say what sets this one apart.",
  "24 of 30 summaries start with “Answer first:”; this one does not.",
];

/** More findings than are framed: 24 in 3 documents. */
export const many: ReportSpec = {
  documents: Object.fromEntries(
    ["autolyse", "banneton", "crumb"].map((name) => [
      `content/posts/${name}.md`,
      Array.from({ length: 120 }, (_, line) => `Line ${line + 1} of ${name}.\n`).join(""),
    ]),
  ),
  findings: ["autolyse", "banneton", "crumb"].flatMap((name) =>
    [1, 5, 17, 33, 64, 98, 107, 120].map((line, turn): FindingSpec => ({
      rule: rules[turn % 4] ?? "",
      severity: turn === 2 ? "error" : turn % 4 === 3 ? "info" : "warn",
      path: `content/posts/${name}.md`,
      mark: `Line ${line} of`,
      message: messages[turn % 4] ?? "",
      ...(turn === 2 ? { group: "g1" } : {}),
    })),
  ),
};
