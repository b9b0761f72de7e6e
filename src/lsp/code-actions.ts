import { CodeActionKind, type CodeAction, type CodeActionParams, type TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { UnsavedAudit } from "#audit/unsaved";
import type { Finding, Fix } from "#model/report";
import { editorRange } from "./diagnostics.ts";

/** Mends everything in a document that is safe to mend; editors can do it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.standfirst`;

/** What can be done about findings of a document. */
export interface Judged {
  readonly audit: UnsavedAudit;
  /** The document's path in the report. */
  readonly path: string;
  /** The document as it was judged. */
  readonly document: TextDocument;
  /** The day of the audit, YYYY-MM-DD. */
  readonly day: string;
}

/** What an editor can offer at a place: the fixes of the findings there, a directive against each, and all that is safe. */
export async function codeActions(judged: Judged, { context }: CodeActionParams): Promise<CodeAction[]> {
  const isWanted = (kind: string) =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const quick = isWanted(CodeActionKind.QuickFix) ? await quickFixes(judged, context.diagnostics) : [];
  return isWanted(fixAllKind) ? [...quick, ...(await fixAll(judged))] : quick;
}

async function quickFixes(
  judged: Judged,
  diagnostics: CodeActionParams["context"]["diagnostics"],
): Promise<CodeAction[]> {
  const { report } = judged.audit;
  const byFingerprint = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  const actions = diagnostics.map(async (diagnostic): Promise<CodeAction[]> => {
    const finding = byFingerprint.get(String(diagnostic.data));
    if (finding === undefined || finding.path !== judged.path) return [];
    const shared = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const fixes = [finding.fix ?? []].flat().map((fix) => ({ ...shared, ...mendingOf(fix, judged) }));
    const suppression = await suppressionOf(finding, judged);
    return suppression === undefined ? fixes : [...fixes, { ...shared, ...suppression }];
  });
  return (await Promise.all(actions)).flat();
}

// An editor has no byte order mark in its text, so that one can't be taken out there.
const mendingOf = ({ description, safety, edits }: Fix, { document }: Judged) => ({
  title: safety === "safe" ? description : `${description} (look at the result)`,
  isPreferred: safety === "safe",
  edit: changeOf(
    document,
    edits.map(({ range, text }) => ({ range: editorRange(range), newText: text })),
  ),
});

async function suppressionOf(finding: Finding, { audit, document, day }: Judged) {
  const text = await audit.suppressed(finding, `accepted on ${day}`);
  if (text === undefined || text === document.getText()) return undefined;
  return { title: `Suppress ${finding.rule} here`, edit: changeOf(document, [difference(document, text)]) };
}

async function fixAll({ audit, path, document }: Judged): Promise<CodeAction[]> {
  const text = await audit.fixed(path);
  if (text === undefined || text === document.getText()) return [];
  const edit = changeOf(document, [difference(document, text)]);
  return [{ title: "Mend everything that Standfirst can mend safely", kind: fixAllKind, edit }];
}

const changeOf = ({ uri }: TextDocument, edits: TextEdit[]) => ({ changes: { [uri]: edits } });

/** The one edit that makes a document read as another text: what is the same at both ends stays. */
function difference(document: TextDocument, after: string): TextEdit {
  const before = document.getText();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const range = { start: document.positionAt(start), end: document.positionAt(before.length - end) };
  return { range, newText: after.slice(start, after.length - end) };
}
