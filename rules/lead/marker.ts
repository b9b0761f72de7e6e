import { lead, leadOfPost, leadPlace, type Lead } from "#facts/lead";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { ProblemFix } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice, text } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { groupsBy } from "#text/groups";
import { labelName, type LeadLabel } from "#text/lead-marker";
import { sectionOf } from "#text/section";
import { sentencesOf } from "#text/sentences";

export default defineRule({
  on: "corpus",
  summary: "Announce the answer in the same way in every post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    marker: choice({
      of: ["learn", "optional", "required", "forbid"],
      default: "learn",
      description:
        "`learn` asks of every lead what most have; `required` asks for a label, `forbid` for none; `optional` asks nothing.",
    }),
    exact: text({
      default: "",
      description: "The label to use, as it is to be written. With `learn` it is asked of every lead.",
    }),
  },
  messages: {
    absent: "{agreeing} of {total} {what} have the label “{label}”; this one has none.",
    other: "{agreeing} of {total} {what} have the label “{label}”; this one has “{found}”.",
    spelling: "{agreeing} of {total} {what} have the label “{label}”; this one spells it “{found}”.",
    missing: "Lead has no label; start it with {wanted} and the answer.",
    inexact: "Label is “{found}”; write “{wanted}”.",
    forbidden: "Lead has the label “{found}”; start with the answer itself.",
  },
  facts: { lead },

  *check(corpus, { marker, exact }, facts) {
    const members = membersOf(corpus, facts.lead);
    if (marker === "forbid")
      yield* labelled(members).map((one) => problemAtLabel("forbidden", one, { found: one.label.text }));
    else if (marker === "required" || (marker === "learn" && exact !== "")) yield* demanded(members, exact);
    else if (marker === "learn") yield* learned(members);
    else if (exact !== "") yield* inexact(members, exact);
  },
});

interface Member {
  readonly entry: Entry;
  readonly found: Lead;
  readonly label: LeadLabel | undefined;
}
type Labelled = Member & { readonly label: LeadLabel };

/** One lead a post, of its most trusted edition. A key of the front matter needs no label. */
function membersOf({ posts, site }: Corpus, factOf: (entry: Entry) => Lead | null): Member[] {
  return posts.flatMap((post) => {
    const one = leadOfPost(post, factOf);
    if (one === undefined || one.found.basis === "key") return [];
    return site?.isUnpublished(one.entry) === true ? [] : [{ ...one, label: one.found.label }];
  });
}

const labelled = (members: readonly Member[]) => members.filter((one): one is Labelled => one.label !== undefined);

/**
 * What an index shows and what a feed carries are made in different ways, so each edition has its own habit; and of
 * sources each section.
 */
function* learned(members: readonly Member[]) {
  const groupOf = ({ entry }: Member) => (entry.edition === "source" ? sectionOf(entry) : entry.edition);
  for (const group of groupsBy(members, groupOf).values()) {
    const convention = learnConvention(group.map(({ label }) => label?.name));
    if (convention === undefined) continue;
    const { value, agreeing, total } = convention;
    const what = group[0]?.entry.edition === "source" ? "posts here" : "summaries";
    const agreed = { agreeing, total, what, label: usualText(group, value) };
    const isAgreed = isUsualSpelling(group, value);
    for (const one of group) {
      if (one.label === undefined) yield problemAtStart("absent", one, agreed);
      else if (one.label.name !== value) yield problemAtLabel("other", one as Labelled, said(agreed, one.label));
      else if (isAgreed && one.label.text !== agreed.label && one.entry.edition === "source") {
        yield respelled("spelling", one as Labelled, said(agreed, one.label), agreed.label);
      }
    }
  }
}

const said = <A extends object>(agreed: A, { text: found }: LeadLabel) => ({ ...agreed, found });

function* demanded(members: readonly Member[], exact: string) {
  const wanted = exact === "" ? "a label such as “TL;DR:”" : `“${exact}”`;
  for (const one of members) {
    const start = one.found.body?.text ?? "";
    const hasIt = one.label !== undefined || (exact !== "" && start.startsWith(exact));
    if (!hasIt) yield problemAtStart("missing", one, { wanted });
  }
  if (exact !== "") yield* inexact(members, exact);
}

function* inexact(members: readonly Member[], exact: string) {
  for (const one of labelled(members)) {
    if (one.label.text === exact) continue;
    const data = { found: one.label.text, wanted: exact };
    // Another way of writing the same label is a slip; another label may be meant.
    yield labelName(one.label.text) === labelName(exact) && one.entry.edition === "source"
      ? respelled("inexact", one, data, exact)
      : problemAtLabel("inexact", one, data);
  }
}

const textsOf = (members: readonly Member[], name: string) =>
  labelled(members).flatMap(({ label }) => (label.name === name ? [label.text] : []));

/** The way in which a label is written most often. */
const usualText = (members: readonly Member[], name: string): string =>
  learnConvention(textsOf(members, name), { members: 1, share: 0 })?.value ?? labelName(name);

const isUsualSpelling = (members: readonly Member[], name: string) =>
  learnConvention(textsOf(members, name)) !== undefined;

type Data = Readonly<Record<string, string | number>>;

/** A problem of a lead without a label: where the label should stand. */
function problemAtStart<Id extends string, D extends Data>(message: Id, { entry, found }: Member, data: D) {
  const first = found.body?.sentences[0] ?? sentencesOf(entry.summary?.value ?? "", 1)[0] ?? { start: 0, end: 0 };
  return { message, data, at: leadPlace(entry, found, first), key: "label" };
}

function problemAtLabel<Id extends string, D extends Data>(message: Id, { entry, found, label }: Labelled, data: D) {
  const { start, text: written } = label;
  return { message, data, at: leadPlace(entry, found, { start, end: start + written.length }), key: "label" };
}

/** A label that stands in the source as it is read can be written anew. */
function respelled<Id extends string, D extends Data>(message: Id, one: Labelled, data: D, wanted: string) {
  const problem = problemAtLabel(message, one, data);
  const { start, end } = problem.at.span;
  if (end - start !== one.label.text.length) return problem;
  const edits = [{ span: { start, end }, text: wanted }];
  const fix: ProblemFix = { safety: "safe", description: `Write “${wanted}”.`, edits };
  return { ...problem, fix };
}
