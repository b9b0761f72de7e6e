import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { SiteFiles } from "./bakehouse.ts";

/** A post index of a site of Markdown files below content/posts/, as its build would write it: newest first. */
export function bakehouseIndex(files: SiteFiles): string {
  const posts = [...files].flatMap(([path, text]) => {
    const slug = /^content\/posts\/([a-z-]+)\.md$/.exec(path)?.[1];
    const meta = typeof text === "string" ? frontMatterOf(text) : undefined;
    if (slug === undefined || meta === undefined || meta["draft"] === true) return [];
    const { title, description: summary, date, lastmod: modified, author, readingTime, tags } = meta;
    // A date in TOML is no text until it is written.
    const published = JSON.parse(JSON.stringify(date)) as string;
    return [{ title, url: `/posts/${slug}/`, summary, published, modified, author, readingTime, tags }];
  });
  const newestFirst = posts.toSorted((a, b) => b.published.localeCompare(a.published));
  return `${JSON.stringify({ posts: newestFirst }, null, 2)}\n`;
}

function frontMatterOf(text: string): Record<string, unknown> | undefined {
  const [, fence, head = ""] = /^(---|\+\+\+)\n([^]*?)\n\1\n/.exec(text) ?? [];
  if (fence === undefined) return undefined;
  return fence === "---" ? (parseYaml(head) as Record<string, unknown>) : parseToml(head);
}
