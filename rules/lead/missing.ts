import { lead } from "#facts/lead";
import { headings } from "#facts/markdown-headings";
import { wordCounts } from "#facts/markdown-word-counts";
import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Say what a post says before its first heading.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 300, minimum: 1, description: "Fewest words of a post that needs a lead." }),
    except: list({
      default: ["changelog", "release-notes", "releases", "gallery", "poem", "poems", "interview", "links", "archive"],
      description: "Folders, and values of `type` and `layout`, whose posts need none.",
    }),
  },
  messages: {
    missing: "Post starts with the heading “{heading}”; say before it what the post says.",
  },
  facts: { lead, headings, wordCounts },

  *check(entry, { minWords, except }, { lead: found, headings: rows, wordCounts: counts }) {
    if (found !== null || (counts?.words ?? 0) < minWords || !isPost(entry, except)) return;
    const first = rows?.find(([depth, , , text]) => depth > 1 && text !== entry.title?.value);
    if (first === undefined) return;
    const [, start, end, heading] = first;
    yield { message: "missing", data: { heading }, at: bodyPlace(entry, { start, end }), key: "lead" };
  },
});

/** A list of posts, and a page without a date, are no posts. */
function isPost({ path, published, meta }: Entry, except: readonly string[]): boolean {
  const kinds = [...path.split("/"), meta?.["type"]?.value, meta?.["layout"]?.value];
  const isOther = kinds.some((kind) => kind !== undefined && except.includes(kind.toLowerCase()));
  return published !== undefined && !isOther && !/(?:^|\/)_index\.[^/]+$/.test(path);
}
