import { posts } from "./fixture-blog.ts";
import { blog, urlOf, type BlogField, type BlogPost } from "./fixture-post.ts";

/** One form of the blog's index: what it can say of a post, and its text. */
export interface BlogForm {
  readonly file: string;
  readonly carries: readonly BlogField[];
  /** Rules whose defects the form undoes before a reader sees them, with the reason. */
  readonly undoes: Readonly<Record<string, string>>;
  write(): string;
}

const collapsed = { "text/double-space": "readers of markup see a run of spaces as one" };

/** Every form of the blog's index. */
export const forms: readonly BlogForm[] = [
  {
    file: "index.txt",
    carries: ["title", "summary", "published", "minutes", "author"],
    undoes: {},
    write: () => posts.map(textEntry).join("\n\n") + "\n",
  },
  {
    file: "index.html",
    carries: ["title", "summary", "published", "minutes", "author", "slug"],
    undoes: collapsed,
    write: () => page("list", posts.map(paperModEntry).join("\n")),
  },
  {
    file: "microformats.html",
    carries: ["title", "summary", "published", "modified", "minutes", "author", "slug", "tags"],
    undoes: collapsed,
    write: () => page("h-feed", posts.map(microformatsEntry).join("\n")),
  },
  {
    file: "posts.json",
    carries: ["title", "summary", "published", "modified", "minutes", "author", "slug", "tags"],
    undoes: {},
    write: () => json({ site: { title: blog.title, url: blog.home, language: "en" }, posts: posts.map(ownRecord) }),
  },
  {
    file: "search.json",
    carries: ["title", "summary", "slug"],
    undoes: {},
    write: () =>
      json(posts.map((post) => ({ title: post.title, permalink: urlOf(post), summary: post.summary ?? "" }))),
  },
  {
    file: "feed.json",
    carries: ["title", "summary", "published", "modified", "author", "slug", "tags"],
    undoes: {},
    write: () =>
      json({
        version: "https://jsonfeed.org/version/1.1",
        title: blog.title,
        home_page_url: blog.home,
        language: "en",
        items: posts.map(jsonFeedItem),
      }),
  },
  {
    file: "rss.xml",
    carries: ["title", "summary", "published", "author", "slug", "tags"],
    undoes: collapsed,
    write: rss,
  },
  {
    file: "atom.xml",
    carries: ["title", "summary", "published", "modified", "author", "slug", "tags"],
    undoes: collapsed,
    write: atom,
  },
];

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const monthNames = "January February March April May June July August September October November December".split(" ");

/** Year, month and day as they are written, of days that do not exist too. */
const partsOf = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, day, month: monthNames[month - 1] ?? "" };
};

const inWords = (date: string) => `${partsOf(date).month} ${partsOf(date).day}, ${partsOf(date).year}`;
const rfc822 = (date: string) =>
  `${String(partsOf(date).day).padStart(2, "0")} ${partsOf(date).month.slice(0, 3)} ${partsOf(date).year} 08:00:00 +0000`;
const rfc3339 = (date: string) => `${date}T08:00:00Z`;

const metaLine = ({ published, minutes, author }: BlogPost) => `${inWords(published)} · ${minutes} min · ${author}`;

const textEntry = (post: BlogPost) =>
  [post.title, ...(post.summary === undefined ? [] : [post.summary]), metaLine(post)].join("\n\n");

const page = (kind: string, entries: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Posts | ${blog.title}</title>
</head>
<body class="${kind}">
<main class="main">
<header class="page-header"><h1>Posts</h1></header>
${entries}
</main>
<footer class="footer">© 2026 ${blog.title}</footer>
</body>
</html>
`;

const paperModEntry = (post: BlogPost) => `<article class="post-entry">
  <header class="entry-header"><h2 class="entry-hint-parent">${escape(post.title)}</h2></header>${
    post.summary === undefined ? "" : `\n  <div class="entry-content"><p>${escape(post.summary)}</p></div>`
  }
  <footer class="entry-footer"><span title='${post.published} 08:00:00 +0000 UTC'>${inWords(post.published)}</span>&nbsp;·&nbsp;<span>${post.minutes} min</span>&nbsp;·&nbsp;<span>${escape(post.author)}</span></footer>
  <a class="entry-link" aria-label="post link to ${escape(post.title)}" href="${urlOf(post)}"></a>
</article>`;

const microformatsEntry = (post: BlogPost) => `<article class="h-entry">
  <h2><a class="p-name u-url" href="${urlOf(post)}">${escape(post.title)}</a></h2>${
    post.summary === undefined ? "" : `\n  <p class="p-summary">${escape(post.summary)}</p>`
  }
  <p><time class="dt-published" datetime="${post.published}">${inWords(post.published)}</time>${
    post.modified === undefined ? "" : ` (<time class="dt-updated" datetime="${post.modified}">updated</time>)`
  } · <span class="reading-time">${post.minutes} min read</span> · <span class="p-author h-card">${escape(post.author)}</span></p>
  <ul>${post.tags.map((tag) => `<li class="p-category">${escape(tag)}</li>`).join("")}</ul>
</article>`;

const ownRecord = ({ minutes, title, summary, published, modified, author, tags, ...post }: BlogPost) => ({
  title,
  url: urlOf(post),
  summary,
  published,
  modified,
  readingTime: minutes,
  author,
  tags,
});

const jsonFeedItem = (post: BlogPost) => ({
  id: urlOf(post),
  url: urlOf(post),
  title: post.title,
  summary: post.summary,
  date_published: rfc3339(post.published),
  date_modified: post.modified === undefined ? undefined : rfc3339(post.modified),
  authors: [{ name: post.author }],
  tags: post.tags,
});

const element = (name: string, text: string | undefined) =>
  text === undefined ? "" : `\n    <${name}>${escape(text)}</${name}>`;

function rss(): string {
  const items = posts.map(
    (post) => `  <item>${element("title", post.title)}${element("link", urlOf(post))}${element(
      "description",
      post.summary === undefined ? undefined : escape(post.summary),
    )}${element("pubDate", rfc822(post.published))}${element("dc:creator", post.author)}${post.tags
      .map((tag) => element("category", tag))
      .join("")}
  </item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>${blog.title}</title>
  <link>${blog.home}</link>
  <description>${escape(blog.description)}</description>
  <language>en</language>
${items.join("\n")}
</channel>
</rss>
`;
}

function atom(): string {
  const entries = posts.map(
    (post) => `  <entry>${element("title", post.title)}
    <link href="${urlOf(post)}"/>${element("id", urlOf(post))}${element("published", rfc3339(post.published))}${element(
      "updated",
      post.modified === undefined ? undefined : rfc3339(post.modified),
    )}${element("summary", post.summary)}
    <author><name>${escape(post.author)}</name></author>
${post.tags.map((tag) => `    <category term="${escape(tag)}"/>`).join("\n")}
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${blog.title}</title>
  <subtitle>${escape(blog.description)}</subtitle>
  <id>${blog.home}</id>
  <link href="${blog.home}"/>
  <updated>2026-06-24T08:00:00Z</updated>
${entries.join("\n")}
</feed>
`;
}
