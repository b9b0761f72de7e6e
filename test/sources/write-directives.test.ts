import { describe, expect, test } from "vitest";
import type { Format } from "#model/document";
import { readDirectives } from "#sources/directives";
import { writeDirectives } from "#sources/write-directives";

const style = { reason: "known", scope: "place", mdx: false } as const;

interface Case {
  readonly text: string;
  readonly format?: Format;
  /** Words where findings start, by rule. */
  readonly at: Readonly<Record<string, string>>;
  readonly bodyStart?: number;
  readonly scope?: "place" | "file";
  readonly mdx?: boolean;
}

function write({ text, format = "markdown", at, bodyStart = 0, ...rest }: Case): string {
  const unwanted = Object.entries(at).map(([rule, words]) => ({ rule, offset: text.indexOf(words) }));
  return writeDirectives({ text, format, bodyStart }, unwanted, { ...style, ...rest });
}

const head = "---\ntitle: Rye\nsummary: Short\n---\n";

describe("a directive is written", () => {
  test("above the line of the front matter, with all rules of the line, sorted", () => {
    expect(write({ text: head, bodyStart: head.length, at: { "title/width": "Rye", "title/case": "Rye" } })).toBe(
      "---\n# standfirst-disable-next-line title/case, title/width -- known\ntitle: Rye\nsummary: Short\n---\n",
    );
  });

  test("into the one that is there, so that the line stays the next one", () => {
    const once = write({ text: head, bodyStart: head.length, at: { "title/width": "Rye" } });
    expect(write({ text: once, bodyStart: once.length, at: { "title/case": "Rye" } })).toContain(
      "# standfirst-disable-next-line title/width, title/case -- known\ntitle: Rye",
    );
  });

  test("for the whole file where the finding is about the front matter as such, or that has no comments", () => {
    expect(write({ text: head, bodyStart: head.length, at: { "date/missing": "---" } })).toBe(
      "---\n# standfirst-disable-file date/missing -- known\ntitle: Rye\nsummary: Short\n---\n",
    );
    const json = '{ "title": "Rye" }\n';
    expect(write({ text: `${json}Text.\n`, bodyStart: json.length, at: { "title/width": "Rye" } })).toBe(
      `${json}<!-- standfirst-disable-file title/width -- known -->\n\nText.\n`,
    );
  });

  test("before the block, with the line ends of the document, in the comments of its form", () => {
    const text = "One.\r\n\r\nTwo is\r\nwrapped here.\r\n";
    expect(write({ text, at: { "text/x": "here" } })).toBe(
      "One.\r\n\r\n<!-- standfirst-disable-next text/x -- known -->\r\nTwo is\r\nwrapped here.\r\n",
    );
    expect(write({ text: "Two\n", at: { "text/x": "Two" }, mdx: true })).toBe(
      "{/* standfirst-disable-next text/x -- known */}\nTwo\n",
    );
  });

  test.each([
    ["a list", "- one\n\n- two\n", "two"],
    ["a quote", "> one\n>\n> two\n", "two"],
    ["code", "```\none\n\ntwo\n```\n", "two"],
  ])("for the whole file where a comment would part %s", (_what, text, words) => {
    expect(write({ text, at: { "text/x": words } })).toBe(
      `<!-- standfirst-disable-file text/x -- known -->\n\n${text}`,
    );
  });

  test("before the innermost element, on a line of its own where the element has one", () => {
    expect(write({ format: "html", text: '<ul>\n  <li><a href="x">Rye</a>\n</ul>', at: { "url/x": "x" } })).toContain(
      '<li><!-- standfirst-disable-next url/x -- known --><a href="x">',
    );
    expect(write({ format: "html", text: "<ul>\n  <li>Rye</li>\n</ul>", at: { "title/x": "Rye" } })).toContain(
      "<ul>\n  <!-- standfirst-disable-next title/x -- known -->\n  <li>Rye",
    );
  });

  test("outside of scripts and CDATA, and without a double hyphen in XML", () => {
    const rss = "<rss><item><description><![CDATA[<p>Rye</p>]]></description></item></rss>";
    expect(write({ format: "rss", text: rss, at: { "text/x": "Rye" } })).toBe(
      rss.replace("<desc", "<!-- standfirst-disable-next text/x — known --><desc"),
    );
    const page = '<head><script>{"a":"<b>Rye</b>"}</script></head>';
    expect(write({ format: "html", text: page, at: { "text/x": "Rye" } })).toBe(
      page.replace("<script", "<!-- standfirst-disable-next text/x -- known --><script"),
    );
  });

  test("so that it is read as covering the finding", () => {
    const texts: readonly (readonly [Format, string, number])[] = [
      ["markdown", `${head}Rye bread.\n`, head.length],
      ["html", "<main><p>Rye</p></main>", 0],
      ["atom", '<?xml version="1.0"?><feed><entry><title>Rye</title></entry></feed>', 0],
    ];
    for (const [format, text, bodyStart] of texts) {
      for (const scope of ["place", "file"] as const) {
        const written = write({ text, format, bodyStart, at: { "title/x": "Rye" }, scope });
        const grown = bodyStart === 0 ? 0 : written.indexOf("---\n", 4) + 4;
        const [directive] = readDirectives({ text: written }, format, grown);
        const at = written.indexOf("Rye");
        expect(directive?.rules.map(({ value }) => value)).toEqual(["title/x"]);
        expect(directive?.reason).toBe("known");
        expect(directive?.covers.start).toBeLessThanOrEqual(at);
        expect(directive?.covers.end).toBeGreaterThan(at);
      }
    }
  });
});
