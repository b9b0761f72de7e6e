/** Forms that an index can be made in. */
export type IndexForm = "json" | "text";

/** A post of a made index. */
interface MadePost {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly published: string;
  readonly readingTime: number;
  readonly author: string;
  readonly tags: readonly string[];
}

const subjects = "rye,spelt,wheat,barley,oats,brioche,ciabatta,pretzels,rolls,crackers,pizza,pita".split(",");
const actions = "Proofing,Mixing,Folding,Shaping,Scoring,Baking,Cooling,Storing,Freezing,Toasting,Slicing".split(",");
const places = "a cold kitchen,a small oven,an old tin,a clay pot,a hurry,the morning,a warm room".split(",");
const facts =
  "The dough tells you when it is ready|Salt goes in last|Water decides more than flour|A scale beats a cup|Steam makes the crust|Time does what kneading does not|The crumb sets while the loaf cools|Heat from below lifts the loaf".split(
    "|",
  );
const authors = ["Ann Lee", "Bo Berg", "Chiara Conti"];
const tags = ["dough", "oven", "winter", "tools"];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many posts, the newest first, always the same ones for the same seed. Titles and URLs are different. */
function makePosts(count: number, seed = 1): MadePost[] {
  const next = numbersFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const newest = Date.UTC(2026, 5, 1);
  return Array.from({ length: count }, (_, index) => {
    const title = `${pick(actions)} ${pick(subjects)} in ${pick(places)}, no. ${count - index}`;
    return {
      title,
      summary: `${title.split(",")[0] ?? title} needs less than you think. ${pick(facts)}. ${pick(facts)}, and it shows.`,
      url: `/posts/${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}/`,
      // Six hours apart, so that 100,000 posts stay after the year 1950.
      published: new Date(newest - index * 21_600_000).toISOString(),
      readingTime: 3 + Math.floor(next() * 15),
      author: pick(authors),
      tags: [pick(tags)],
    };
  });
}

/** The text of an index with so many posts. */
export function makeIndex(count: number, form: IndexForm, seed = 1): string {
  const posts = makePosts(count, seed);
  if (form === "json") return `${JSON.stringify({ version: 1, posts }, null, 1)}\n`;
  return posts
    .map(({ title, summary, published, readingTime, author }) =>
      [title, "", summary, "", `${published.slice(0, 10)} · ${readingTime} min · ${author}`, ""].join("\n"),
    )
    .join("\n");
}
