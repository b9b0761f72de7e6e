import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, loadReporter } from "#reporters/index";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

// What terminals, runners and browsers act on, and enough of everything else to hide it in.
const pieces = fc.array(
  fc.constantFrom(
    "::error::",
    "::add-mask::x",
    "##[",
    "##vso[",
    "error]",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\u001b[2J",
    "\u009b31m",
    "\u0007",
    "\u202e",
    "\u2067",
    "\ud800",
    "\ufeff",
    "\u00a0",
    "%0A",
    "](",
    "[a](1)",
    "<b>",
    "]]>",
    "&amp;",
    '"',
    "|",
    " ",
    "word",
    "#",
    "日本",
    "x".repeat(90),
  ),
  { maxLength: 14 },
);
const words = pieces.map((parts) => parts.join(""));
const names = words.map((name) => `posts/${name.replaceAll("/", "")}.md`);

const specs = fc
  .record({
    path: fc.oneof(
      names,
      words.map((name) => `${name}.md`),
    ),
    text: words,
    message: words,
    subject: words,
    related: words,
  })
  .map(({ path, text, message, subject, related }): ReportSpec => ({
    documents: { [path]: `a${text}` },
    findings: [
      {
        rule: "text/control",
        path,
        mark: "a",
        until: text,
        message,
        subject,
        related: [{ path, mark: "a", message: related }],
        fix: { text: related, description: subject },
      },
    ],
    errors: [{ code: "RULE_CRASH", rule: "text/control", path, message }],
  }));

/** Commands that the reporter itself writes for GitHub. */
const ownCommand =
  /^::(?:error|warning|notice) (?:file=[^:]*,)?(?:line=\d+,endLine=\d+,)?(?:col=\d+,endColumn=\d+,)?title=[\w/]+::|^::(?:group::\d+ more findings?|endgroup::)$/;

describe.each(formats)("%s", (format) => {
  test("carries nothing from content that acts on who reads it", async () => {
    const reporter = await loadReporter(format);
    fc.assert(
      fc.property(specs, (spec) => {
        for (const width of [40, undefined]) {
          const { output } = reporter(reportFrom(spec), contextFor(spec, { width }));
          expect(output.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u);
          expect(output).not.toMatch(/##\w*\[/);
          const commands = output.split("\n").filter((line) => /^\s*::/.test(line));
          expect(commands.filter((line) => format !== "github" || !ownCommand.test(line))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is the same for the same report", async () => {
    const reporter = await loadReporter(format);
    fc.assert(
      fc.property(specs, (spec) => {
        expect(reporter(reportFrom(spec), contextFor(spec))).toEqual(reporter(reportFrom(spec), contextFor(spec)));
      }),
      { numRuns: 5 },
    );
  });
});
