import type { Finding, Report } from "#model/report";
import { isAtLeast } from "#model/severity";
import { byKey } from "#text/groups";
import { compactLine } from "./compact.ts";
import { activeFindings, errorLines } from "./findings.ts";
import { whole, type ReportContext, type Reporter } from "./reporter.ts";
import { element, xmlDocument } from "./xml.ts";

/**
 * JUnit's XML: a suite for each document. A finding that fails the gate is a failed case, a milder one a passed case
 * with the finding as its output, and a clean document has one passed case.
 */
export const junit: Reporter = (report, context) => {
  const found = byKey(activeFindings(report), ({ path }) => path);
  const paths = [...new Set([...context.documents, ...found.keys()])].toSorted();
  const suites = [...runSuite(report), ...paths.map((path) => suiteOf(path, found.get(path) ?? [], context))];
  const counts = {
    tests: total(suites, "tests"),
    failures: total(suites, "failures"),
    errors: total(suites, "errors"),
  };
  const root = element(
    "testsuites",
    { name: "standfirst", ...counts },
    suites.map(({ xml }) => xml),
  );
  return whole(xmlDocument(root));
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: string;
}

const total = (suites: readonly Suite[], what: "tests" | "failures" | "errors") =>
  suites.reduce((sum, suite) => sum + suite[what], 0);

function suiteOf(path: string, findings: readonly Finding[], { failOn }: ReportContext): Suite {
  const fails = ({ severity }: Finding) => failOn !== "never" && isAtLeast(severity, failOn);
  const cases =
    findings.length === 0
      ? [element("testcase", { name: "no findings", classname: path, file: path })]
      : findings.map((finding) => caseOf(finding, fails(finding)));
  const counts = { tests: cases.length, failures: findings.filter(fails).length, errors: 0 };
  return { ...counts, xml: element("testsuite", { name: path, ...counts }, cases) };
}

function caseOf(finding: Finding, fails: boolean): string {
  const { rule, range, path, message } = finding;
  const name = `${rule} at ${range.start.line}:${range.start.column}`;
  const line = compactLine(finding);
  const outcome = fails ? element("failure", { type: rule, message }, line) : element("system-out", {}, line);
  return element("testcase", { name, classname: path, file: path, line: range.start.line }, [outcome]);
}

/** What kept the run from doing its whole job, as a suite of its own. */
function runSuite(report: Report): Suite[] {
  if (report.errors.length === 0) return [];
  const lines = errorLines(report);
  const cases = report.errors.map(({ code, path }, index) => {
    const message = lines[index] ?? code;
    return element("testcase", { name: code, classname: path ?? "standfirst" }, [
      element("error", { type: code, message }),
    ]);
  });
  const counts = { tests: cases.length, failures: 0, errors: cases.length };
  return [{ ...counts, xml: element("testsuite", { name: "standfirst", ...counts }, cases) }];
}
