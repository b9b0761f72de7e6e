/**
 * Which documents are issues of one series, by their paths: the notes of each release, the news of each week, the advisory
 * for each flaw. They are written after one pattern, and are meant to be. Translations and versions of a document are one issue.
 */
export class Series {
  readonly #issues: readonly string[];
  readonly #series: readonly (string | undefined)[];

  /** @param paths one a document, POSIX */
  constructor(paths: readonly string[]) {
    this.#issues = paths.map(issueOf);
    const candidates = this.#issues.map(candidatesIn);
    const members = new Map<string, Set<string>>();
    for (const [index, own] of candidates.entries())
      for (const name of own) put(members, name, this.#issues[index] ?? "");
    const sizeOf = (name: string) => members.get(name)?.size ?? 0;
    this.#series = candidates.map(
      (own) => own.filter((name) => sizeOf(name) >= fewestIssues).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0],
    );
  }

  /** The series that a document is an issue of, by its position; undefined where it is of none. */
  seriesOf = (document: number): string | undefined => this.#series[document];

  /**
   * How many different documents share something that can't be the pattern of a series: of a series that several of them
   * are of, none counts.
   *
   * @param documents positions of those that share it
   */
  countBeyondPattern(documents: readonly number[]): number {
    return new Set(this.beyondPattern(documents).map((one) => this.#issues[one])).size;
  }

  /** Those of some documents that share something that can't be the pattern of a series. */
  beyondPattern(documents: readonly number[]): number[] {
    const sharing = new Map<string, Set<string>>();
    for (const one of documents) put(sharing, this.#series[one] ?? "", this.#issues[one] ?? "");
    const isPattern = (name: string | undefined) => name !== undefined && (sharing.get(name)?.size ?? 0) > 1;
    return documents.filter((one) => !isPattern(this.#series[one]));
  }
}

const put = (sets: Map<string, Set<string>>, key: string, value: string) =>
  sets.set(key, (sets.get(key) ?? new Set()).add(value));

/** Fewest issues of a series. */
const fewestIssues = 3;

/** A folder of a month or a day in the folder of a year, or what is in such a folder. */
const isDay = (part: string, before: string | undefined) => before === "*" && /^\d{1,2}$/.test(part);

const edition =
  /^(?:[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl))?|(?:19|20)\d\d|(?:v|version[-_])\d[\w.-]*|\d+(?:\.\w+)+)$/;

/**
 * What a document is an edition of, by its path: the path in small letters, without the folders, or the end of the file
 * name, that name a language, a version or a year. It is equal for the translations of a document.
 */
export function issueOf(path: string): string {
  const [name = "", ...folders] = path.toLowerCase().split("/").toReversed();
  const around = folders.toReversed().map((folder) => (edition.test(folder) ? "*" : folder));
  return [...around, name.replace(/\.[a-z]{2}(?:[-_][a-z]{2,4})?(?=\.\w+$)/, "")].join("/");
}

const month =
  /(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/g;

/** The parts of one work are numbered too, but no two of them are to say the same. */
const work = /(?:^|[-_])(?:part|chapter|phase|article|lesson|step)[-_]?$/;

/** Names that say what kind of file it is and nothing of a series: "post-12". */
const anything =
  /^(?:blog|post|article|page|entry|story|doc|document|file|item|test|sample|example|draft|untitled|no|nr|p|n)s?(?:[-_](?:post|article|page|entry|file)s?)?[-_]?$/;

/** The news of a time, which its name says without a number: "this-week-in-rye-salt-and-more". */
const periodical = /^(?:this|last|past|the)-(?:day|week|month|quarter|year)-in(?:-[a-z]+)?|^(?:weekly|monthly)-[a-z]+/;

/** Each package of a repository has them, in the same words. */
const repositoryFile = /^(?:changelog|readme|contributing)/;

/** A month and nothing else ("retrospectives/2026/05"), or the number of a release. A plain number is that of a post. */
const numberAlone = /^(?:\*|v?\d+(?:\.\d+)+(?:[-.]?(?:rc|alpha|beta|dev|pre)[-.]?\d*)?)$/;

/** What names of a series have in common: advisories, a series that calls itself so, interviews, where all are asked the same. */
const commonParts = [
  /(?<![a-z])(?:cve|ghsa)(?=-)/,
  /^[a-z].*?(?<!time|data)[-_]series(?=[-_])/,
  /(?<![a-z])interview(?=-with-)/,
];

/** The series that a document may be an issue of. */
function candidatesIn(issue: string): string[] {
  const parts: string[] = [];
  for (const part of issue.replace(/\/_?index\.\w+$/, "").split("/"))
    parts.push(isDay(part.replace(/\.[a-z]\w*$/, ""), parts.at(-1)) ? "*" : part);
  const whole = (parts.pop() ?? "").replace(/\.[a-z]\w*$/, "");
  const name = whole.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "");
  const names: (string | undefined)[] = [
    ...commonParts.map((part) => part.exec(name)?.[0]),
    periodical.exec(name)?.[0] ?? besideNumber(name),
    // The same name on another day.
    name === whole ? undefined : name,
    numberAlone.test(name) ? "*" : undefined,
  ];
  return [...names.flatMap((one) => (one ? `${parts.join("/")}/${one}` : [])), ...(repositoryFile.exec(name) ?? [])];
}

/** A number that is a part of what something is called, with words behind it: "http2-server-push", and no year or version. */
const inName = /^[a-z-]*[a-z](?<!(?:^|-)v)(?!(?:19|20)\d\d(?!\d))\d[\d.]*(?=-?[a-z])/;

/** What stands before the number of a name, or behind it. */
function besideNumber(name: string): string | undefined {
  if (inName.test(name)) return undefined;
  const [before = "", after] = name.replace(month, "0").split(/[\d.@_-]*\d[\d.@_-]*/, 2);
  if (after === undefined || work.test(before) || anything.test(before)) return undefined;
  return before || (after && `-${after}`);
}
