import type { Corpus } from "#model/corpus";
import type { Failure } from "#model/document";
import type { Entry } from "#model/entry";
import type { Severity } from "#model/severity";
import type { Fact } from "./define-fact.ts";
import { defineRule } from "./define-rule.ts";

/** What sets one rule over unreadable input apart from the others. */
interface ParseRuleSpec {
  /** The failures that the rule reports; also the last part of its id. */
  readonly kind: Failure["kind"];
  readonly summary: string;
  readonly severity?: Severity;
  /** A sentence with the slots `{found}` and `{expected}`. */
  readonly message: `${string}{found}${string}{expected}${string}`;
  /** Failures that come up only when the body of a Markdown document is parsed. */
  readonly inBody?: Fact<Failure | null>;
}

/** A rule that reports every failure of one kind, at the place where reading failed. Input that can't be read is an error. */
export const parseRule = ({ kind, message, summary, severity = "error", inBody }: ParseRuleSpec) =>
  defineRule({
    on: "corpus",
    summary,
    severity,
    presets: ["recommended", "strict"],
    messages: { unreadable: message },
    facts: (inBody === undefined ? {} : { inBody }) as Readonly<Record<string, Fact<Failure | null>>>,

    *check(corpus, _options, facts) {
      for (const { path, failure } of [
        ...failuresOf(corpus, kind),
        ...failuresInBodies(corpus, kind, facts["inBody"]),
      ]) {
        yield {
          message: "unreadable",
          data: { found: short(failure.found), expected: failure.expected },
          at: { path, span: failure.span, anchor: "document" },
          key: short(failure.found).replace(/\d+/g, "0"),
        };
      }
    },
  });

const failuresOf = ({ documents }: Corpus, kind: Failure["kind"]) =>
  documents.flatMap(({ path, failures }) =>
    failures.filter((failure) => failure.kind === kind).map((failure) => ({ path, failure })),
  );

/** Bodies are those of Markdown documents. Where the fact is not asked for there are none. */
const failuresInBodies = (
  { entries }: Corpus,
  kind: Failure["kind"],
  factOf: (entry: Entry) => Failure | null = () => null,
) =>
  entries.flatMap((entry) => {
    const failure = entry.edition === "source" ? factOf(entry) : null;
    return failure?.kind === kind ? [{ path: entry.path, failure }] : [];
  });

/** Most UTF-16 units of a quotation in a message. */
const longestQuote = 160;

const short = (text: string) => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line;
};
