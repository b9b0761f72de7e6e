import { lead, leadPlace, type Lead } from "#facts/lead";
import type { Corpus } from "#model/corpus";
import { editions } from "#model/entry";
import { entryWith, type With } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { choice, text } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { labelName, type LeadLabel } from "#text/lead-marker";
import { sentencesOf } from "#text/sentences";

export default defineRule({
  on: "corpus",
  summary: "Announce the answer in the same way in every summary.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    marker: choice({
      of: ["learn", "optional", "required", "forbid"],
      default: "learn",
      description:
        "`learn` asks of every summary what most have; `required` asks for a label, `forbid` for none; `optional` asks nothing.",
    }),
    exact: text({
      default: "",
      description: "The label to use, as it is to be written. With `learn` it is asked of every summary.",
    }),
  },
  messages: {
    absent: "{agreeing} of {total} summaries have the label “{label}”; this one has none.",
    other: "{agreeing} of {total} summaries have the label “{label}”; this one has “{found}”.",
    missing: "Summary has no label; start it with {wanted} and the answer.",
    inexact: "Label is “{found}”; write “{wanted}”.",
    forbidden: "Summary has the label “{found}”; start with the answer itself.",
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
  readonly entry: With<"summary">;
  readonly label: LeadLabel | undefined;
}
type Labelled = Member & { readonly label: LeadLabel };

/** One summary a post, of its most trusted edition. */
function membersOf({ posts }: Corpus, leadOf: (entry: With<"summary">) => Lead | null): Member[] {
  return posts.flatMap((post) => {
    const entry = entryWith(post, "summary");
    const found = entry === undefined || entry.draft?.value === true ? null : leadOf(entry);
    return entry === undefined || found === null ? [] : [{ entry, label: found.label }];
  });
}

const labelled = (members: readonly Member[]) => members.filter((one): one is Labelled => one.label !== undefined);

/** What an index shows and what a feed carries are made in different ways, so each edition has its own habit. */
function* learned(members: readonly Member[]) {
  for (const edition of editions) {
    const group = members.filter(({ entry }) => entry.edition === edition);
    const convention = learnConvention(group.map(({ label }) => label?.name));
    if (convention === undefined) continue;
    const { value, agreeing, total } = convention;
    const agreed = { agreeing, total, label: usualText(group, value) };
    for (const one of group) {
      if (one.label === undefined) yield problemAtStart("absent", one, agreed);
      else if (one.label.name !== value)
        yield problemAtLabel("other", one as Labelled, { ...agreed, found: one.label.text });
    }
  }
}

function* demanded(members: readonly Member[], exact: string) {
  const wanted = exact === "" ? "a label such as “TL;DR:”" : `“${exact}”`;
  for (const one of members) {
    const hasIt = one.label !== undefined || (exact !== "" && one.entry.summary.value.trimStart().startsWith(exact));
    if (!hasIt) yield problemAtStart("missing", one, { wanted });
  }
  if (exact !== "") yield* inexact(members, exact);
}

function* inexact(members: readonly Member[], exact: string) {
  for (const one of labelled(members)) {
    if (one.label.text !== exact) yield problemAtLabel("inexact", one, { found: one.label.text, wanted: exact });
  }
}

/** The way in which a label is written most often. */
function usualText(members: readonly Member[], name: string): string {
  const texts = labelled(members).flatMap(({ label }) => (label.name === name ? [label.text] : []));
  return learnConvention(texts, { members: 1, share: 0 })?.value ?? labelName(name);
}

type Data = Readonly<Record<string, string | number>>;

/** A problem of a summary without a label: where the label should stand. */
function problemAtStart<Id extends string, D extends Data>(message: Id, { entry }: Member, data: D) {
  const [first] = sentencesOf(entry.summary.value, 1);
  return { message, data, at: leadPlace(entry, first ?? { start: 0, end: 0 }), key: "label" };
}

function problemAtLabel<Id extends string, D extends Data>(message: Id, { entry, label }: Labelled, data: D) {
  const { start, text: written } = label;
  return { message, data, at: leadPlace(entry, { start, end: start + written.length }), key: "label" };
}
