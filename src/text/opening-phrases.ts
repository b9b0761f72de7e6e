/** A way to open a summary that says nothing of its subject. */
export interface OpeningPhrase {
  /** How a message names it. */
  readonly name: string;
  readonly pattern: RegExp;
}

const work =
  "(?:post|article|guide|tutorial|piece|series|chapter|page|lesson|episode|write-?up|walkthrough|blog\\spost)";
// "Rye is a guide to the north" is a statement.
const describing = "(?:(?!(?:is|are|was|were|be|has|as|and)\\s)[\\p{L}-]+\\s)";
const at = (pattern: string) => new RegExp(`^["“'‘*_\\s]*(?:${pattern})`, "iu");

// Each stands for itself: "Learn how to …" in every third summary is a habit, and so is "In this post …".
const openings: readonly OpeningPhrase[] = [
  { name: "In this post …", pattern: at(`in\\s(?:this|today['’]s|the\\sfollowing)\\s${work}\\b`) },
  { name: "This post …", pattern: at(`this\\s${work}\\b`) },
  { name: "Learn …", pattern: at("learn\\b") },
  { name: "Discover …", pattern: at("discover\\b") },
  { name: "Explore …", pattern: at("(?:explore|exploring)\\b") },
  { name: "Find out …", pattern: at("find\\sout\\b") },
  { name: "Everything you need to know …", pattern: at("(?:everything|all|what)\\syou\\sneed\\sto\\sknow\\b") },
  { name: "A guide to …", pattern: at(`(?:an?\\s|the\\s|your\\s)?${describing}{0,3}?guide\\s(?:to|for|on)\\b`) },
  { name: "A deep dive …", pattern: at("(?:an?\\s)?(?:deep[-\\s]dive|in-depth\\slook|closer\\slook)\\b") },
  { name: "An overview of …", pattern: at(`(?:an?\\s|the\\s)?${describing}{0,2}?overview\\b`) },
  { name: "An introduction to …", pattern: at(`(?:an?\\s)?${describing}{0,2}?introduction\\sto\\b`) },
  { name: "Step-by-step …", pattern: at("(?:an?\\s)?step[-\\s]by[-\\s]step\\b") },
  { name: "In diesem Beitrag …", pattern: at("in\\sdiese[mr]\\s(?:beitrag|artikel|tutorial|post|anleitung)\\b") },
  { name: "Dans cet article …", pattern: at("dans\\s(?:cet\\s(?:article|tutoriel)|ce\\s(?:billet|guide|post))\\b") },
  {
    name: "En este artículo …",
    pattern: at("en\\s(?:este\\s(?:artículo|post|tutorial)|esta\\s(?:entrada|guía))(?!\\p{L})"),
  },
  { name: "Neste artigo …", pattern: at("(?:neste\\s(?:artigo|post|tutorial|guia)|nesta\\spostagem)\\b") },
  { name: "In questo articolo …", pattern: at("in\\squest[oa]\\s(?:articolo|guida|post|tutorial)\\b") },
  { name: "In dit artikel …", pattern: at("in\\s(?:dit\\s(?:artikel|bericht)|deze\\s(?:blog|post|gids))\\b") },
];

/** The stock phrase that a text opens with, if any. */
export const openingPhrase = (text: string): OpeningPhrase | undefined => {
  const head = text.slice(0, 120);
  return openings.find(({ pattern }) => pattern.test(head));
};
