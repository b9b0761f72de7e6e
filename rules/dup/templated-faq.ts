import { postsOf } from "#facts/posts-by-source";
import { setPieces } from "#facts/set-pieces";
import { templatedPieces } from "#facts/templated-pieces";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Answer each question for its post, and not from a template.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share a template." }),
  },
  messages: {
    templated: "The answer is equal in {count} posts but for names and numbers; answer what only this post can.",
  },
  facts: { setPieces },

  *check(corpus, { minPosts }, facts) {
    yield* templatedPieces(postsOf(corpus), facts.setPieces, "answer", minPosts);
  },
});
