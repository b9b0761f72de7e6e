import { auditStore, type AuditResult } from "#audit";
import type { Finding } from "#model/report";
import { decode } from "#sources/decode";
import { DocumentStore } from "#sources/document-store";
import { fixesByPath, mended } from "./fixing.ts";
import { prepare, readOptions, type AuditRequest } from "./preparation.ts";
import { withDirectives } from "./suppressing.ts";

/** An audit of documents as an editor holds them, and what it would take to be rid of a finding. */
export interface UnsavedAudit extends AuditResult {
  /** The text of a document with all its safe fixes; undefined where there are none, or less of it could be read then. */
  fixed(path: string): Promise<string | undefined>;
  /** The text of its document with a directive that suppresses a finding; undefined where its form has no comments. */
  suppressed(finding: Finding, reason: string): Promise<string | undefined>;
}

/**
 * Runs an audit in which texts that are not saved stand for their files.
 *
 * @param texts by the absolute path of the file
 */
export async function auditUnsaved(request: AuditRequest, texts: ReadonlyMap<string, string>): Promise<UnsavedAudit> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, undefined);
  for (const { path, file } of prepared.found.inputs) {
    const text = file === undefined ? undefined : texts.get(file);
    if (text !== undefined) store.replace(decode(Buffer.from(text), path));
  }
  const result = await auditStore(request, prepared, store);
  const read = readOptions(request, prepared);
  return {
    ...result,
    async fixed(path) {
      const fixes = fixesByPath(result.report, false).get(path);
      const document = store.document(path);
      if (document === undefined || fixes === undefined) return undefined;
      const after = await mended(document, fixes, store, read);
      return "refusal" in after ? undefined : after.document.text;
    },
    async suppressed(finding, reason) {
      const document = store.document(finding.path);
      const style = { reason, scope: "place" } as const;
      return document && withDirectives(document, [finding], style, read);
    },
  };
}
