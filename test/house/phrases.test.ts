import { describe, expect, test } from "vitest";
import { houseRules } from "#house/index";
import type { Phrase } from "#model/phrase";
import { runRule } from "../support/run-rule.ts";

const post = (body: string, title = "Salt and the clock") => ({
  path: "salt.md",
  text: `---\ntitle: ${title}\n---\n\n${body}\n`,
});

async function findingsOf(phrase: Phrase, text: string, title?: string) {
  const id = `house/${phrase.id}`;
  const rule = (await houseRules([phrase]))[id];
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return (await runRule(id, rule, [post(text, title)])).findings;
}

const found = async (phrase: Phrase, text: string, title?: string) =>
  (await findingsOf(phrase, text, title)).map(
    ({ message, range }) => `${range.start.line}:${range.start.column} ${message}`,
  );

describe("existence", () => {
  const phrase: Phrase = {
    id: "hype",
    kind: "existence",
    phrases: ["game changer", "C++"],
    message: "“{found}” is hype.",
  };

  test("words are found in title, headings and prose, over a line break and in any case, and not in code or quotes", async () => {
    const text =
      "A Game\nchanger.\n\n## No game changer\n\n`game changer`\n\n    game changer\n\n> game changer\n\nEndgame changers.";
    expect(await found(phrase, text, "The game changer")).toEqual([
      "2:12 “game changer” is hype.",
      "5:3 “Game changer” is hype.",
      "8:7 “game changer” is hype.",
    ]);
  });

  test("a word that ends in a sign is found", async () => {
    expect(await found(phrase, "We like C++, and C+ less.")).toEqual(["5:9 “C++” is hype."]);
  });

  test("only the scopes that are asked for are searched", async () => {
    const inLead: Phrase = { ...phrase, scope: ["lead"] };
    expect(await found(inLead, "No lead.\n\nA game changer.", "A game changer")).toEqual([]);
    expect(await found(inLead, "A game changer.\n\nMore.")).toHaveLength(1);
  });

  test("patterns find words by their places, behind characters of two units too", async () => {
    const spelling: Phrase = { id: "ise", kind: "existence", patterns: ["\\butili[sz]e[sd]?\\b"] };
    expect(await found(spelling, "🧂 Salt is utilized.")).toEqual([
      "5:12 “utilized” is not house style; write it in another way.",
    ]);
  });
});

describe("substitution", () => {
  const phrase: Phrase = {
    id: "plain",
    kind: "substitution",
    swap: { "in order to": "to", javascript: "JavaScript" },
    fix: "safe",
  };

  test("a fix keeps the capital, and what is right already is left alone", async () => {
    const findings = await findingsOf(phrase, "In order to bake, learn javascript or JavaScript.");
    expect(findings.map(({ message, fix }) => [message, fix?.safety, fix?.edits[0]?.text])).toEqual([
      ["“In order to” is not house style; write “to”.", "safe", "To"],
      ["“javascript” is not house style; write “JavaScript”.", "safe", "JavaScript"],
    ]);
  });

  test("letters that are the same but for their case lead to the same word", async () => {
    const letters: Phrase = { id: "letters", kind: "substitution", swap: { Meister: "Chef", λόγος: "λόγια" } };
    const findings = await findingsOf(letters, "Der Meiſter. ΛΌΓΟΣ, λόγοσ.");
    expect(findings.map(({ fix }) => fix?.edits[0]?.text)).toEqual(["Chef", "λόγια", "λόγια"]);
  });

  test("a fix that is about a capital takes it away", async () => {
    const small: Phrase = { id: "small", kind: "substitution", swap: { Internet: "internet" } };
    const findings = await findingsOf(small, "Bread on the Internet, and on the internet.");
    expect(findings.map(({ message, fix }) => [message, fix?.edits[0]?.text])).toEqual([
      ["“Internet” is not house style; write “internet”.", "internet"],
    ]);
  });

  test("a heading's fix is unsafe, and over markup there is none", async () => {
    const [heading, marked] = await findingsOf(phrase, "## In order to bake\n\nSalt, *in* order to bake.");
    expect([heading?.fix?.safety, marked?.fix]).toEqual(["unsafe", null]);
  });
});

test("an occurrence is counted over the whole post", async () => {
  const phrase: Phrase = { id: "calls", kind: "occurrence", phrases: ["subscribe"], max: 1, min: 1 };
  expect(await found(phrase, "Subscribe.\n\nPlease subscribe.")).toEqual([
    "7:8 “subscribe” stands 2 times in this post; house style wants at most 1.",
  ]);
  expect(await found(phrase, "Bake.")).toEqual(["2:8 “It” stands 0 times in this post; house style wants at least 1."]);
});

test("of several spellings the rarer one is reported", async () => {
  const phrase: Phrase = { id: "mail", kind: "consistency", variants: [["e-mail", "email"]] };
  expect(await found(phrase, "An email. An e-mail. Another email.")).toEqual([
    "5:14 “e-mail” stands beside “email”; keep to one of them.",
  ]);
  expect(await found(phrase, "An e-mail.")).toEqual([]);
});

test("patterns that other engines take exponential time for end on hostile content", async () => {
  const phrase: Phrase = { id: "evil", kind: "existence", patterns: ["(a+)+$", "(x+x+)+y", "(?:\\w+\\s?)+!"] };
  const text = `${"a".repeat(50_000)}b\n\n${"x".repeat(50_000)}\n\n${"word ".repeat(10_000)}`;
  expect(await found(phrase, text)).toEqual([]);
});

test("literal words are no expressions, and white space in them takes linear time", async () => {
  const phrase: Phrase = { id: "dots", kind: "existence", phrases: ["a.b", "in order to (.*)+"] };
  expect(await found(phrase, `axb a.b${"\n".repeat(20_000)}${"in ".repeat(20_000)}`)).toHaveLength(1);
});
