import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { groupsBy, othersOf } from "#text/groups";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Let one text lead to one target within a post.",
  severity: "info",
  presets: ["strict"],
  facts: { links },
  messages: {
    mismatch: "“{text}” leads to {target} here and to {other} elsewhere in this post; say what sets them apart.",
  },

  *check(entry, _options, facts) {
    const named = linksOf(facts.links).filter(
      ({ kind, form, isShortcode, target }) =>
        kind === "link" && form !== "bare" && !isShortcode && !target.startsWith("#"),
    );
    for (const [text, group] of groupsBy(named, textKey)) {
      // With three targets it is what links of one kind are called: “source code”, “live demo”.
      if (new Set(group.map(targetKey)).size !== 2 || new Set(group.map(({ target }) => originOf(target))).size > 1)
        continue;
      for (const [index, link] of group.entries()) {
        const other = group.find((one) => targetKey(one) !== targetKey(link));
        if (other === undefined) continue;
        yield {
          message: "mismatch",
          data: { text: excerpt(link.text ?? ""), target: excerpt(link.target), other: excerpt(other.target) },
          at: linkPlace(entry, link),
          key: `${text} ${link.target}`,
          group: `${entry.path} ${text}`,
          related: othersOf(group, index).map((one) => ({
            place: linkPlace(entry, one),
            message: "has the same text",
          })),
        };
      }
    }
  },
});

/** Texts of one word are too common to mean one thing, and some point at what stands beside them. */
function textKey({ text }: Link): string | undefined {
  const folded = fold(text ?? "");
  return folded.includes(" ") && folded.length >= 8 && !pointing.test(folded) ? folded : undefined;
}

const pointing = /^(?:this|that|these|those|here|read|see|view|learn|watch|more|click|try|open|download)\b|\bhere$/;

/**
 * Where a target is: its host and the first folder there. What two sites, or two members of one, have under one name is meant
 * to be there, such as a project's page and its repository.
 */
const originOf = (target: string) =>
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*(?:\/[^/?#]*)?/i.exec(target)?.[0].toLowerCase() ?? "";

/** A target as far as it can be told apart; a page of the site by its name, to which several paths may lead. */
function targetKey({ target }: Link): string {
  const plain = target.replace(/[?#].*$/s, "").replace(/\/$/, "");
  return originOf(plain) === "" ? plain.replace(/^.*\//s, "").replace(/(?:\.html?|\.mdx?)$/, "") : plain;
}
