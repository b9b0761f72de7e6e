import type { AuditResult } from "#audit";
import { auditAndSuppress } from "#audit/suppressing";
import type { AuditRequest } from "#audit/preparation";
import { plural } from "#text/wording";
import { UsageError, type Io } from "./io.ts";
import type { GivenOptions } from "./options.ts";
import { writeFileAtomically } from "./write-file.ts";

/** Writes directives for all findings into the documents. Without a reason they give the day of the run. */
export async function addSuppressions(io: Io, request: AuditRequest, options: GivenOptions): Promise<AuditResult> {
  if ((["fix", "unsafe", "diff"] as const).some((name) => options[name] === true)) {
    throw new UsageError("--add-suppressions goes without --fix, --unsafe and --diff; fix first.");
  }
  if (request.stdin !== undefined) throw new UsageError("--add-suppressions can't write to standard input.");
  const result = await auditAndSuppress(request, reasonOf(options["add-suppressions"], request));
  for (const { document, file } of result.changed) {
    if (file !== undefined) await writeFileAtomically(file, `${document.bom ? "\ufeff" : ""}${document.text}`);
  }
  const files = plural(result.changed.length, "file");
  await io.stderr.write(`standfirst: ${plural(result.added, "finding")} suppressed by directives in ${files}.\n`);
  return result;
}

/** The reason ends up in comments, so it must not end one. */
function reasonOf(option: unknown, { now }: AuditRequest): string {
  const reason = typeof option === "string" ? option.trim() : "";
  if (/--|\*\/|[^\P{Cc}\t]/u.test(reason)) {
    throw new UsageError(
      'The reason of --add-suppressions stands in comments; write it without "--", "*/" and line breaks.',
    );
  }
  return reason === "" ? `known on ${now.slice(0, 10)}` : reason;
}
