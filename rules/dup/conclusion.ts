import { postsOf } from "#facts/posts-by-source";
import { setPieces } from "#facts/set-pieces";
import { templatedPieces } from "#facts/templated-pieces";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Close each post with its own last thought.",
  severity: "info",
  presets: ["editorial"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a template." }),
  },
  messages: {
    templated:
      "The last paragraph is equal in {count} posts but for names and numbers; close with what this post leaves open.",
  },
  facts: { setPieces },

  *check(corpus, { minPosts }, facts) {
    yield* templatedPieces(postsOf(corpus), facts.setPieces, "closing", minPosts);
  },
});
