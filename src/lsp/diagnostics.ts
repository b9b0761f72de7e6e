import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DiagnosticSeverity, type Diagnostic, type Range as EditorRange } from "vscode-languageserver";
import type { Finding, Report } from "#model/report";
import type { Severity } from "#model/severity";
import type { Range } from "#model/span";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A range as editors count it: from 0, columns in UTF-16 units. */
export const editorRange = ({ start, end }: Range): EditorRange => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
});

/** The address of a file as editors name it. */
const uriOf = (root: string, path: string): string => pathToFileURL(resolve(root, path)).href;

/** A finding as an editor shows it. Its fingerprint comes back with what the user asks to do about it. */
export function diagnosticOf(finding: Finding, { rules }: Report, root: string): Diagnostic {
  const { rule, severity, message, range, related, fingerprint } = finding;
  const href = rules[rule]?.url;
  return {
    range: editorRange(range),
    severity: severities[severity],
    code: rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: "standfirst",
    message,
    relatedInformation: related.map((other) => ({
      location: { uri: uriOf(root, other.path), range: editorRange(other.range) },
      message: other.message,
    })),
    data: fingerprint,
  };
}
