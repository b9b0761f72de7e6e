import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { numbersFrom } from "./make-index.ts";

/** A made Markdown post. */
export interface MadeMarkdown {
  /** POSIX, relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

const words = (text: string) => text.split(" ");
const starts = words(
  "ba bel bro cal dor el fen gar hol is jor kel lim mar nor ol pel quin ros sal tor ul ver wes yar zan",
);
const middles = words("a e i o u ar en il on ur and est");
const ends = words("bury by dale den ford ham holm ia ington mouth stead ton va wick worth");
const bakers = words("bakers millers farmers teachers cooks hosts brewers growers");
const breads = words(
  "rye spelt wheat barley oat emmer brioche ciabatta focaccia pumpernickel pretzel baguette pita naan",
);
const things = words(
  "crust crumb starter dough oven basket stone scale flour water salt yeast towel blade thermometer tin",
);
const verbs = words(
  "keeps warms cools lifts holds softens splits browns rests rises folds needs forgives remembers hides",
);
const manners = words(
  "slowly evenly twice overnight early late gently firmly often rarely quickly quietly daily again",
);
const qualities = words("cold warm old young dense open thick thin sour sweet plain dark pale heavy light stubborn");
const times = words("winter summer autumn spring morning evening weekend holiday market harvest storm frost");
const tags = words("dough oven tools flour history people");
const authors = ["Ann Lee", "Bo Berg", "Chiara Conti", "Dele Okoro"];

/** The dice of one post: the same for the same post, whatever others are made. */
class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = numbersFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  name(): string {
    const name = this.pick(starts) + this.pick(middles) + this.pick(starts) + this.pick(ends);
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  sentence(): string {
    const { pick } = { pick: <T>(list: readonly T[]) => this.pick(list) };
    const forms = [
      () =>
        `The ${pick(qualities)} ${pick(things)} ${pick(verbs)} ${pick(manners)} when the ${pick(breads)} comes from ${this.name()}`,
      () =>
        `In ${this.name()} the ${pick(bakers)} say that a ${pick(qualities)} ${pick(things)} ${pick(verbs)} the ${pick(things)}`,
      () =>
        `A ${pick(things)} that ${pick(verbs)} ${pick(manners)} is worth more in ${pick(times)} than ${2 + this.below(40)} ${pick(qualities)} ones`,
      () => `${this.name()} sold ${10 + this.below(900)} loaves of ${pick(breads)} before the ${pick(times)} was over`,
      () =>
        `Nobody in ${this.name()} asks the ${pick(bakers)} why the ${pick(things)} ${pick(verbs)} beside the ${pick(things)}`,
    ];
    return `${pick(forms)()}.`;
  }

  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(" ");
  }
}

const pathOf = (index: number) =>
  `posts/${2000 + (index % 25)}/${String(index).padStart(6, "0")}-${new Dice(index).name().toLowerCase()}.md`;

/**
 * One post of a made site, about 5 KB of Markdown: front matter, headings, paragraphs, a list, code, links to other
 * posts of the site. Every fourth has a short summary, every tenth a link that says nothing. Posts that are alike in a
 * smaller and in a larger site differ in their links only.
 *
 * @param index from 0
 * @param count how many posts the site has: links lead to some of them
 */
export function makePost(index: number, count: number): MadeMarkdown {
  const dice = new Dice(index);
  const place = dice.name();
  const [bread, thing] = [dice.pick(breads), dice.pick(things)];
  const title = `How ${place} ${dice.pick(bakers)} trust a ${dice.pick(qualities)} ${bread} ${thing}`;
  const day = new Date(Date.UTC(2000 + (index % 25), dice.below(12), 1 + dice.below(28))).toISOString().slice(0, 10);
  const front = [
    "---",
    `title: ${title}`,
    `description: ${index % 4 === 0 ? dice.sentence().split(" ").slice(0, 7).join(" ") : `${dice.sentence()} ${dice.sentence()}`}`,
    `date: ${day}`,
    `author: ${dice.pick(authors)}`,
    `tags: [${dice.pick(tags)}]`,
    "---",
  ];
  const sections = Array.from({ length: 5 }, (_, number) => section(dice, number, index, count));
  const lead = `${place} bakes ${bread} with a ${thing}. ${dice.paragraph(2)}`;
  return { path: pathOf(index), text: [...front, "", lead, "", ...sections.flat(), ""].join("\n") };
}

function section(dice: Dice, number: number, index: number, count: number): string[] {
  const heading = `## What the ${dice.pick(things)} does in ${dice.name()}`;
  const other = pathOf((index + 1 + dice.below(50)) % count).replace(/^posts\//, "../");
  const extra = [
    () => Array.from({ length: 4 }, () => `- ${dice.sentence()}`),
    () => ["```js", ...Array.from({ length: 6 }, () => `bake("${dice.name()}", ${dice.below(240)});`), "```"],
    () => [
      `${dice.name()} has [${index % 10 === 0 ? "here" : `notes from ${dice.name()}`}](${other}) and [the mill](https://mill.example/${dice.below(1000)}).`,
    ],
    () => [`> ${dice.sentence()}`],
    () => [`1. ${dice.sentence()}`, `2. ${dice.sentence()}`],
  ];
  return [
    heading,
    "",
    dice.paragraph(4),
    "",
    ...(extra[number] ?? extra[0] ?? (() => []))(),
    "",
    dice.paragraph(3),
    "",
  ];
}

/** Writes a made site with so many posts into a folder. */
export function writePosts(folder: string, count: number): void {
  const made = new Set<string>();
  for (let index = 0; index < count; index++) {
    const post = makePost(index, count);
    const file = path.join(folder, post.path);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, post.text);
  }
}
