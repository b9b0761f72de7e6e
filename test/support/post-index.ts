import type { Finding } from "#model/report";
import { rules } from "#rules/index";
import { runRule } from "./run-rule.ts";

type Post = Readonly<Record<string, unknown>>;

/** A post index as a file, from the posts that it lists. */
const listing = (posts: readonly Post[], path = "index.json") => ({
  path,
  text: JSON.stringify({ posts }, null, 2),
});

/** So many posts, each with what `of` gives for its number, and with a title and a URL unless it gives those too. */
export const manyPosts = (count: number, of: (index: number) => Post): Post[] =>
  Array.from({ length: count }, (_, index) => ({ title: `Loaf ${index}`, url: `/loaf-${index}/`, ...of(index) }));

/** What a rule finds in an index of these posts. */
export async function findingsIn(
  id: string,
  posts: readonly Post[],
  options: Parameters<typeof runRule>[3] = {},
): Promise<readonly Finding[]> {
  const rule = rules[id];
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return (await runRule(id, rule, [listing(posts)], options)).findings;
}
