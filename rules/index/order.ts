import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice, integer } from "#rule-kit/options";
import { quorum } from "#text/convention";
import { dayOf, instantOf } from "#text/dates";
import { dateIn } from "#text/entry-dates";
import { longestRise } from "#text/ordered";
import { fold } from "#text/terms";

export default defineRule({
  on: "corpus",
  summary: "Keep a list in its order.",
  severity: "info",
  presets: ["strict"],
  options: {
    order: choice({
      of: ["learned", "newest", "oldest", "changed", "title"],
      default: "learned",
      description:
        "Newest first, oldest first, last changed first, or by title; `learned` is what the list mostly does.",
    }),
    pinned: integer({ default: 1, minimum: 0, description: "Entries at the top that may stand where they are." }),
  },
  messages: {
    learned: "{agreeing} of {total|entry|entries} are listed {order}; this one is out of place.",
    fixed: "This entry is out of place in a list that is to be {order}.",
  },

  *check({ documents }, { order, pinned }) {
    for (const { entries } of documents) {
      const ranked = order === "learned" ? learnOrder(entries) : rank(entries, order);
      if (ranked === undefined) continue;
      const inPlace = new Set(longestRise(ranked.members.map(({ value }) => value)));
      for (const [index, { entry }] of ranked.members.entries()) {
        if (inPlace.has(index) || entry.ordinal < pinned) continue;
        const at = fieldPlace(entry, fields[ranked.order]);
        const data = { agreeing: inPlace.size, total: ranked.members.length, order: inWords[ranked.order] };
        yield { message: order === "learned" ? "learned" : "fixed", data, at, key: "order" };
      }
    }
  },
});

type Order = "newest" | "oldest" | "changed" | "title";
const orders: readonly Order[] = ["newest", "oldest", "changed", "title"];
const fields = { newest: "published", oldest: "published", changed: "modified", title: "title" } as const;
const inWords = {
  newest: "newest first",
  oldest: "oldest first",
  changed: "last changed first",
  title: "by title",
} as const;

/** Entries with a number each that rises along the list where it is in order. */
interface Ranked {
  readonly order: Order;
  readonly members: readonly { readonly entry: Entry; readonly value: number }[];
}

/** The order that most neighbours are in; undefined where all are in one, or too few. */
function learnOrder(entries: readonly Entry[]): Ranked | undefined {
  const ranked = orders
    .map((order) => rank(entries, order))
    .filter(({ members }) => members.length >= quorum.members)
    .map((one) => ({ ...one, share: shareInOrder(one.members.map(({ value }) => value)) }));
  if (ranked.some(({ share }) => share === 1)) return undefined;
  const telling = ranked.filter(({ members }) => countDistinct(members) * 2 >= quorum.members);
  const best = telling.toSorted((a, b) => b.share - a.share).at(0);
  if (best === undefined || best.share < quorum.share) return undefined;
  // Chance alone brings a short list near the quorum of neighbours, but not of entries that are all in one order.
  const inOrder = longestRise(best.members.map(({ value }) => value)).length;
  return inOrder >= leastInOrder * best.members.length ? best : undefined;
}

const leastInOrder = 0.8;

const shareInOrder = (values: readonly number[]): number =>
  values.filter((value, index) => index > 0 && value >= (values[index - 1] ?? 0)).length / (values.length - 1);

/** Entries that share a value say nothing of the order. */
const countDistinct = (members: Ranked["members"]) => new Set(members.map(({ value }) => value)).size;

function rank(entries: readonly Entry[], order: Order): Ranked {
  return {
    order,
    members: order === "title" ? byTitle(entries) : byDate(entries, fields[order], order === "oldest" ? 1 : -1),
  };
}

function byDate(entries: readonly Entry[], name: "published" | "modified", sign: 1 | -1): Ranked["members"] {
  const dated = entries.flatMap((entry) => {
    const date = dateIn(entry[name]);
    return date === undefined ? [] : { entry, date };
  });
  // A day without a time stands anywhere among the times of that day.
  const isExact = dated.every(({ date }) => date.time !== undefined && date.offset !== undefined);
  return dated.map(({ entry, date }) => ({ entry, value: sign * (isExact ? instantOf(date) : dayOf(date)) }));
}

function byTitle(entries: readonly Entry[]): Ranked["members"] {
  const titled = entries.flatMap((entry) =>
    entry.title === undefined ? [] : { entry, title: sortable(entry.title.value) },
  );
  const titles = [...new Set(titled.map(({ title }) => title))].toSorted();
  const ranks = new Map(titles.map((title, index) => [title, index]));
  return titled.map(({ entry, title }) => ({ entry, value: ranks.get(title) ?? 0 }));
}

/** A title so that "Part 10" comes after "Part 9". */
const sortable = (title: string) => fold(title).replace(/\d{1,12}/g, (digits) => digits.padStart(12, "0"));
