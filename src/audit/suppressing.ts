import { auditStore, type AuditResult } from "#audit";
import type { Document } from "#model/document";
import type { Finding } from "#model/report";
import { DocumentStore } from "#sources/document-store";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { takesDirectives, writeDirectives, type DirectiveStyle } from "#sources/write-directives";
import { byKey } from "#text/groups";
import { plural } from "#text/wording";
import { prepare, readOptions, type AuditRequest } from "./preparation.ts";

/** An audit whose findings are suppressed by directives in the documents, in memory. */
export interface SuppressedAudit extends AuditResult {
  /** How many findings directives were written for. */
  readonly added: number;
  /** The documents with directives that they did not have. */
  readonly changed: readonly { readonly document: Document; readonly file: string | undefined }[];
}

/**
 * Runs an audit and writes a directive for each finding, as close to it as can be; for the whole file where a close one
 * does not cover it, or brings up findings of its own. The report is that of the documents with their directives. What
 * can't be suppressed is named in the notices.
 *
 * @param reason what the directives say of why they are there
 */
export async function auditAndSuppress(request: AuditRequest, reason: string): Promise<SuppressedAudit> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  const read = readOptions(request, prepared);
  const first = await auditStore(request, prepared, store);
  const found = activeByPath(first);
  const { originals, notices } = await writableDocuments(found, store, read);
  let result = first;
  let pending = [...originals.values()];
  for (const scope of ["place", "file"] as const) {
    if (pending.length === 0) break;
    for (const document of pending) {
      const text = await withDirectives(document, found.get(document.path) ?? [], { reason, scope }, read);
      if (text !== undefined) store.replace({ ...document, text });
    }
    result = await auditStore(request, prepared, store);
    const left = activeByPath(result);
    pending = pending.filter(({ path }) => left.get(path)?.some((finding) => !isOld(finding, found.get(path))));
  }
  const added = countActive(first) - countActive(result);
  const changed = store.changed().filter(({ document, before }) => textOf(document) !== before);
  return { ...result, notices: [...result.notices, ...notices, ...leftIn(pending, result)], added, changed };
}

const isActive = ({ status }: Finding) => status === "active";
const countActive = ({ report }: AuditResult) => report.findings.filter(isActive).length;
const textOf = ({ bom, text }: Document) => `${bom ? "\ufeff" : ""}${text}`;

const activeByPath = ({ report }: AuditResult): Map<string, Finding[]> =>
  byKey(report.findings.filter(isActive), ({ path }) => path);

/** What a directive says wrong can't be suppressed by another one. */
const isAboutDirectives = ({ rule }: Finding) => rule.startsWith("directive/");

const isOld = (finding: Finding, before: readonly Finding[] = []) =>
  isAboutDirectives(finding) && before.some(({ fingerprint }) => fingerprint === finding.fingerprint);

/** The documents with findings that can take directives, and what is to be said of the others. */
async function writableDocuments(
  found: ReadonlyMap<string, readonly Finding[]>,
  store: DocumentStore,
  read: ReadOptions,
) {
  const originals = new Map<string, Document>();
  const notices: string[] = [];
  for (const [path, findings] of found) {
    const document = store.document(path);
    const refusal = document === undefined ? "it can't be read" : await whyNot(document, store, read);
    if (document !== undefined && refusal === undefined) originals.set(path, document);
    else
      notices.push(`${path} keeps its ${plural(findings.length, "finding")}, as ${refusal}. A baseline can hold them.`);
  }
  return { originals, notices };
}

async function whyNot(document: Document, store: DocumentStore, read: ReadOptions): Promise<string | undefined> {
  if (!takesDirectives(await readDocument(document, read))) return "its form has no comments";
  return store.isWritable(document.path) ? undefined : "it is not in UTF-8";
}

/** The text of a document with directives for findings; undefined where its form has no comments. */
export async function withDirectives(
  document: Document,
  findings: readonly Finding[],
  style: Omit<DirectiveStyle, "mdx">,
  read: ReadOptions,
): Promise<string | undefined> {
  const { format, bodyStart = 0 } = await readDocument(document, read);
  if (!takesDirectives({ format })) return undefined;
  const unwanted = findings
    .filter((finding) => !isAboutDirectives(finding))
    .map(({ rule, range }) => ({ rule, offset: range.start.offset }));
  const mdx = document.path.toLowerCase().endsWith(".mdx");
  return writeDirectives({ text: document.text, format, bodyStart }, unwanted, { ...style, mdx });
}

function leftIn(documents: readonly Document[], result: AuditResult): string[] {
  const left = activeByPath(result);
  return documents.map(
    ({ path }) => `${path} keeps ${plural(left.get(path)?.length ?? 0, "finding")} that no directive suppresses.`,
  );
}
