import { auditStore, type AuditResult } from "#audit";
import { applyFixes, type Fixed } from "#fix/apply-fixes";
import type { Document } from "#model/document";
import type { Fix, Report } from "#model/report";
import { DocumentStore } from "#sources/document-store";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { byKey } from "#text/groups";
import { prepare, readOptions, type AuditRequest } from "./preparation.ts";

/** An audit whose fixes were carried out, in memory. */
export interface FixedAudit extends AuditResult {
  /** How many findings were mended. */
  readonly fixed: number;
  /** The documents that changed, with the text before. */
  readonly changed: readonly {
    readonly document: Document;
    readonly before: string;
    readonly file: string | undefined;
  }[];
}

/** Most rounds of fixes: one fix can make room for another, and two that undo each other must not go on for ever. */
const mostRounds = 10;

/**
 * Runs an audit, carries out its fixes in memory, and again until nothing is left to fix. The report is that of the
 * fixed documents. A fix after which less of a document could be read is dropped, and named in the notices.
 *
 * @param unsafe carries out unsafe fixes too
 */
export async function auditAndFix(request: AuditRequest, unsafe: boolean): Promise<FixedAudit> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  const read = readOptions(request, prepared);
  const notices: string[] = [];
  const refused = new Set<string>();
  let fixed = 0;
  let result = await auditStore(request, prepared, store);
  for (let round = 0; round < mostRounds; round++) {
    let applied = 0;
    for (const [path, fixes] of fixesByPath(result.report, unsafe)) {
      const before = store.document(path);
      if (before === undefined || refused.has(path)) continue;
      const after = await mended(before, fixes, store, read);
      if ("refusal" in after) {
        refused.add(path);
        notices.push(`${path} is not fixed: ${after.refusal}`);
      } else {
        store.replace(after.document);
        applied += after.applied;
      }
    }
    if (applied === 0) break;
    fixed += applied;
    result = await auditStore(request, prepared, store);
  }
  return { ...result, notices: [...result.notices, ...notices], fixed, changed: store.changed() };
}

/**
 * The fixes of active findings, by the path of their document.
 *
 * @param unsafe takes in unsafe fixes too
 */
export function fixesByPath({ findings }: Report, unsafe: boolean): Map<string, Fix[]> {
  const fixable = findings.flatMap(({ path, fix, status }) => {
    const isWanted = fix !== null && status === "active" && (fix.safety === "safe" || unsafe);
    return isWanted ? [{ path, fix }] : [];
  });
  const byPath = byKey(fixable, ({ path }) => path);
  return new Map([...byPath].map(([path, found]) => [path, found.map(({ fix }) => fix)]));
}

/** A document with its fixes; a refusal where it must not take the place of the one before. */
export async function mended(
  before: Document,
  fixes: readonly Fix[],
  store: DocumentStore,
  read: ReadOptions,
): Promise<Fixed | { readonly refusal: string }> {
  const after = applyFixes(before, fixes);
  const refusal = await whyNot(after.document, before, store, read);
  return refusal === undefined ? after : { refusal };
}

/** Why a fixed document must not take the place of the one before; undefined where it may. */
async function whyNot(after: Document, before: Document, store: DocumentStore, read: ReadOptions) {
  if (!store.isWritable(before.path)) return "it is not in UTF-8.";
  const [now, then] = await Promise.all([readDocument(after, read), readDocument(before, read)]);
  const isReadable = now.failures.length <= then.failures.length && now.entries.length >= then.entries.length;
  return isReadable ? undefined : "after the fix less of it could be read.";
}
