export { auditDocuments, type AuditOptions } from "./audit.ts";
export type { Finding, Report } from "#model/report";
