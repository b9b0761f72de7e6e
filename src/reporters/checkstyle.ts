import type { Finding } from "#model/report";
import { byKey } from "#text/groups";
import { activeFindings, severityWords } from "./findings.ts";
import { whole, type Reporter } from "./reporter.ts";
import { element, xmlDocument } from "./xml.ts";

/** Checkstyle's XML, which review bots and Jenkins read. */
export const checkstyle: Reporter = (report) => {
  const files = [...byKey(activeFindings(report), ({ path }) => path)].map(([name, findings]) =>
    element("file", { name }, findings.map(errorElement)),
  );
  return whole(xmlDocument(element("checkstyle", { version: "4.3" }, files)));
};

const errorElement = ({ range, severity, message, rule }: Finding) =>
  element("error", {
    line: range.start.line,
    column: range.start.column,
    severity: severityWords[severity],
    message,
    source: `standfirst.${rule}`,
  });
