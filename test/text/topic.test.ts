import { expect, test } from "vitest";
import { topicOverlap } from "#text/topic";

test.each([
  ["Idempotency of dough", "An idempotent baker does it once.", 1],
  ["Scaling a bakery", "Bakeries scale with their ovens.", 2],
  ["Large Language Models at work", "An LLM likes sugar.", 4],
  ["What an LLM eats", "Large Language Models like sugar.", 1],
  ["Agentic kneading", "The agent kneads.", 2],
  ["Rye and water", "Three winters in the mountains.", 0],
])("%j in %j: %i", (title, text, shared) => {
  expect(topicOverlap(title, text).shared).toHaveLength(shared);
});
