import type { Finding, Related, Report } from "#model/report";
import type { Range } from "#model/span";
import { printable } from "#text/printable";
import { rememberingLast } from "#text/remember";
import { lineHashes } from "./line-hashes.ts";
import { linesOf, snugRange } from "./place.ts";
import type { ReportContext } from "./reporter.ts";
import { repositoryPath } from "./repository-path.ts";
import { locationOf, quotedLocation, type Location } from "./sarif-place.ts";
import { levels, messageId, type RuleDescriptor } from "./sarif-rules.ts";

/** Related places that are linked from a message; of the others only the number is given. */
const mostRelated = 5;

/** Results of findings that all lie in the repository. */
export function resultsOf(
  report: Report,
  context: ReportContext,
  findings: readonly Finding[],
  rules: readonly RuleDescriptor[],
) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const lines = linesOf(context);
  const lineHashOf = lineHashFinder(context);
  const locate = (path: string, range: Range) => {
    const uri = uriOf(report, path);
    return uri === undefined ? undefined : locationOf(uri, snugRange(range, path, lines));
  };
  return findings.flatMap((finding) => {
    const { path } = finding;
    const uri = uriOf(report, path);
    if (uri === undefined) return [];
    const related = relatedOf(finding.related, locate);
    return {
      ruleId: finding.rule,
      ...indexOf(finding.rule, indexes),
      level: levels[finding.severity],
      message: messageFor(messageOf(finding, related)),
      locations: [quotedLocation(uri, snugRange(finding.range, path, lines), lines(path))],
      ...(related.length === 0 ? {} : { relatedLocations: related.map(({ location: place }) => place) }),
      partialFingerprints: fingerprintsOf(finding, lineHashOf),
      ...(context.includeSuppressed ? { suppressions: suppressionsOf(finding) } : {}),
    };
  });
}

function indexOf(rule: string, indexes: ReadonlyMap<string, number>) {
  const ruleIndex = indexes.get(rule);
  return ruleIndex === undefined ? {} : { ruleIndex };
}

/** A path from the repository's root as a relative URI, percent-encoded by segment. */
const uriOf = (report: Report, path: string) =>
  repositoryPath(report, path)
    ?.split("/")
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");

/** The first related places that lie in the repository, each with what the message links to. */
function relatedOf(related: readonly Related[], locate: (path: string, range: Range) => Location | undefined) {
  return related
    .flatMap(({ path, range, message }) => {
      const location = locate(path, range);
      return location === undefined ? [] : [{ path, range, message, location }];
    })
    .slice(0, mostRelated)
    .map(({ path, range, message, location }, index) => ({
      label: `${path}:${range.start.line}`,
      location: { id: index + 1, ...location, message: { text: plainText(message) } },
    }));
}

/** The message, and links to related places in SARIF's form: "[a.md:3](1)". */
function messageOf({ message, related: all }: Finding, related: ReturnType<typeof relatedOf>): string {
  if (all.length === 0) return plainText(message);
  const links = related.map(({ label, location }) => `[${linkLabel(label)}](${location.id})`);
  const left = all.length - related.length;
  const places = [...links, ...(left === 0 ? [] : [links.length === 0 ? `${left} elsewhere` : `${left} more`])];
  return `${plainText(message)} Related: ${inWords(places)}.`;
}

/**
 * The message as text, which GitHub shows, and by its id: SARIF's own checks ask for one, and say so for every result.
 * Both end in a full stop.
 */
function messageFor(text: string) {
  const sentence = text.replace(/\.$/, "");
  return { id: messageId, arguments: [sentence], text: `${sentence}.` };
}

/** "a, b and c". */
const inWords = (items: readonly string[]) =>
  [items.slice(0, -1).join(", "), items.at(-1) ?? ""].filter((part) => part !== "").join(" and ");

/** Content must not be able to make links: SARIF reads `[text](1)` and `[text](https://…)` in a message as such. */
const plainText = (text: string) => printable(text).replaceAll("](", "] (");

const linkLabel = (text: string) => printable(text).replaceAll("[", "(").replaceAll("]", ")");

/**
 * What viewers know a result by from run to run. GitHub goes by the hash of the line; results of one rule that share a
 * line take our own identity from the second on, since GitHub would show them as one alert.
 */
function fingerprintsOf(finding: Finding, lineHashOf: (finding: Finding) => string | undefined) {
  const own = finding.fingerprint.replace(/^v1:/, "");
  return { "standfirst/v1": own, primaryLocationLineHash: lineHashOf(finding) ?? own };
}

/** Finds the line hash of a finding; undefined where the text is not at hand, or the hash is taken. */
function lineHashFinder({ text, hasByteOrderMark }: ReportContext) {
  const taken = new Set<string>();
  const hashesIn = rememberingLast((path: string) => {
    const content = text(path);
    // GitHub's uploader reads the bytes, and takes the mark for a part of the first line.
    return content === undefined ? [] : lineHashes((hasByteOrderMark?.(path) ? "\ufeff" : "") + content);
  });
  return ({ rule, path, range }: Finding) => {
    const hash = hashesIn(path)[range.start.line - 1];
    if (hash === undefined) return undefined;
    const use = `${rule}\n${path}\n${hash}`;
    const isTaken = taken.has(use);
    taken.add(use);
    return isTaken ? undefined : hash;
  };
}

/** SARIF wants the property on all results of a run or on none; an empty list says that a result counts. */
function suppressionsOf({ status, statusReason }: Finding) {
  if (status === "active") return [];
  const justification = statusReason === null ? {} : { justification: printable(statusReason) };
  return [{ kind: status === "suppressed" ? "inSource" : "external", status: "accepted", ...justification }];
}
