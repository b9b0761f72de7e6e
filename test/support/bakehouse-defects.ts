import type { SiteFiles } from "./bakehouse.ts";
import { bakehouseIndex } from "./bakehouse-index.ts";

/** One defect, to be planted alone into the clean site. */
export interface Defect {
  readonly what: string;
  plant(files: SiteFiles): void;
  readonly rule: string;
  /** The file that the finding is in. */
  readonly at: string;
  /** What else the defect brings about, as "path rule". */
  readonly also: readonly string[];
}

const post = (name: string) => `content/posts/${name}.md`;

const textOf = (files: SiteFiles, path: string): string => {
  const text = files.get(path);
  if (typeof text !== "string") throw new Error(`The bakehouse has no text ${path}.`);
  return text;
};

/** Changes a text of the site. A change that changes nothing is a mistake in the table. */
function change(files: SiteFiles, path: string, edit: (text: string) => string): void {
  const text = textOf(files, path);
  const changed = edit(text);
  if (changed === text) throw new Error(`The defect leaves ${path} as it is.`);
  files.set(path, changed);
}

const defect = (
  rule: string,
  what: string,
  at: string,
  plant: Defect["plant"],
  also: readonly string[] = [],
): Defect => ({ what, plant, rule, at, also });

/** A defect that replaces a piece of a post by another. */
const swapped = (rule: string, what: string, name: string, from: string | RegExp, to: string, also?: string[]) =>
  defect(rule, what, post(name), (files) => change(files, post(name), (text) => text.replace(from, () => to)), also);

/** A defect that replaces the line of a front-matter key, or takes it out. */
const key = (rule: string, what: string, name: string, [line, to]: [string, string?], also?: string[]) =>
  swapped(rule, what, name, new RegExp(`^${line}: .*\n`, "m"), to === undefined ? "" : `${to}\n`, also);

/** A defect that replaces the first paragraph of a post. */
const opening = (rule: string, what: string, name: string, to: string, also?: string[]) =>
  swapped(rule, what, name, /(?<=\n---\n\n)[^]*?(?=\n\n)/, to, also);

/** A defect at the end of a body. */
const closing = (rule: string, what: string, name: string, more: string, also?: string[]) =>
  swapped(rule, what, name, /$(?![^])/, `\n${more}\n`, also);

/** A defect that puts the same piece at the end of several posts. */
const spread = (rule: string, what: string, names: readonly string[], more: string) => {
  const [first = "", ...others] = names.map(post);
  const plant = (files: SiteFiles) => [first, ...others].forEach((path) => change(files, path, (text) => text + more));
  return defect(
    rule,
    what,
    first,
    plant,
    others.map((path) => `${path} ${rule}`),
  );
};

/** A defect in the redirects. */
const redirect = (rule: string, what: string, lines: string, also?: string[]) =>
  defect(rule, what, "static/_redirects", (files) => change(files, "static/_redirects", (text) => text + lines), also);

/** A defect in an index beside the site. */
const index = (rule: string, what: string, at: string, from: string | RegExp, to: string, also?: string[]) =>
  defect(
    rule,
    what,
    at,
    (files) => {
      files.set("index.json", bakehouseIndex(files));
      change(files, "index.json", (text) => text.replace(from, () => to));
    },
    also,
  );

const bodyOf = (text: string) => text.slice(text.indexOf("\n---\n", 4) + 5);
const headOf = (text: string) => text.slice(0, text.indexOf("\n---\n", 4) + 5);

const frontMatter: readonly Defect[] = [
  key("index/required-fields", "a title that is missing", "storing-bread", ["title"]),
  key("summary/missing", "a description that is missing", "storing-bread", ["description"]),
  key("summary/length", "a description of three words", "flat-loaf", ["description", "description: Flat loaf causes."]),
  key("summary/truncated", "a description that was cut", "flat-loaf", [
    "description",
    "description: A flat loaf is under-proved, over-proved, slack or badly shaped. The crumb tells you which of them it was, if you cut it in the rig...",
  ]),
  key(
    "summary/near-duplicate",
    "a description that is nearly another's",
    "stone-or-pot",
    [
      "description",
      "description: Steam keeps the skin of a loaf soft while it rises. Four ways to make it in a home oven, from worst to good.",
    ],
    [`${post("steam-in-a-home-oven")} summary/near-duplicate`, `${post("stone-or-pot")} summary/no-title-terms`],
  ),
  key(
    "summary/duplicate",
    "a description that is another's",
    "stone-or-pot",
    [
      "description",
      "description: Steam keeps the skin of a loaf soft while it rises. Four ways to make it in a home oven, from worst to best.",
    ],
    [`${post("steam-in-a-home-oven")} summary/duplicate`, `${post("stone-or-pot")} summary/no-title-terms`],
  ),
  key(
    "title/duplicate",
    "a title that is another's",
    "stone-or-pot",
    ["title", "title: Steam for bread in a home oven"],
    [`${post("steam-in-a-home-oven")} title/duplicate`],
  ),
  key(
    "title/near-duplicate",
    "a title that is nearly another's",
    "stone-or-pot",
    ["title", "title: Bread steam in the home oven"],
    [`${post("steam-in-a-home-oven")} title/near-duplicate`],
  ),
  key("title/width", "a title that is too wide", "soaking-seeds", [
    "title",
    "title: Soaking seeds of every kind before they go into bread, with the weights of water that each of them wants",
  ]),
  key("title/generic", "a title that says nothing", "soaking-seeds", ["title", "title: New post"]),
  key("index/placeholder", "a description that is still to be written", "soaking-seeds", [
    "description",
    "description: 'TODO: describe the seeds and the bread, with the weights of water and the hours of soaking.'",
  ]),
  key("frontmatter/unknown-key", "a key with a letter missing", "hand-mill", ["lastmod", "lastmd: 2026-02-11"]),
  swapped("frontmatter/duplicate-key", "a key that stands twice", "hand-mill", "\ntags:", "\ndate: 2026-02-09\ntags:"),
  key("parse/front-matter", "a quotation mark that is not closed", "hand-mill", ["title", 'title: "Milling wheat']),
  key("author/missing", "an author who is missing", "overnight-proof", ["author"]),
  key("author/outlier", "a name with a letter too many", "overnight-proof", ["author", "author: Wenke Brandtt"]),
  key(
    "taxonomy/near-duplicate",
    "a tag in another spelling",
    "overnight-proof",
    ["tags", "tags: [sour-dough, method]"],
    [`${post("overnight-proof")} taxonomy/singleton`],
  ),
  key("taxonomy/too-many", "a post without tags", "overnight-proof", ["tags"]),
];

const datesAndTimes: readonly Defect[] = [
  key("date/invalid", "a date that does not exist", "flat-loaf", ["date", "date: 2025-02-30"]),
  key(
    "date/future",
    "a date in the next year",
    "soaking-seeds",
    ["date", "date: 2027-01-13"],
    [
      `${post("flat-loaf")} link/weak-inbound`,
      `${post("scalding-rye-flour")} link/draft-target`,
      `${post("storing-bread")} link/draft-target`,
      `${post("storing-bread")} link/weak-inbound`,
    ],
  ),
  key("date/missing", "a date that is missing", "flat-loaf", ["date"]),
  key("date/offset", "a time with an offset among days", "flat-loaf", ["date", "date: 2025-08-12T09:00:00+02:00"]),
  key("date/modified-before-published", "a change before the publication", "hand-mill", [
    "lastmod",
    "lastmod: 2024-02-11",
  ]),
  key(
    "reading/implausible",
    "minutes for ten times the words",
    "flat-loaf",
    ["readingTime", "readingTime: 20"],
    [`${post("flat-loaf")} reading/stale`],
  ),
  key("reading/missing", "minutes that are missing", "flat-loaf", ["readingTime"]),
];

const leads: readonly Defect[] = [
  opening(
    "lead/question",
    "a lead that asks",
    "storing-bread",
    "How does one store bread so that its crust is still worth biting into after five days in a damp kitchen?",
  ),
  opening(
    "lead/empty-answer",
    "a label without an answer",
    "storing-bread",
    "**Short answer:**\n\n## Where bread lives",
  ),
  swapped(
    "lead/position",
    "an answer after the heading",
    "storing-bread",
    "\nStarch hardens",
    "\n**Short answer:** Bread keeps its crust in linen and loses it in plastic or in the fridge.\n\nStarch hardens",
  ),
  opening(
    "lead/length",
    "a lead of eighty words",
    "storing-bread",
    "**Short answer:** Store bread cut side down on a board for the first day, then in a linen bag inside a wooden box, where the crust " +
      "survives because air can move a little, while it dies in plastic within hours, and in a tin within a day, and in " +
      "the fridge before supper, whatever the neighbours say about theirs, which was bought in a shop, wrapped in film, " +
      "and had no crust to lose in the first place, as anyone who cuts it will notice.",
  ),
  opening(
    "lead/meta-sentence",
    "a lead about the post",
    "storing-bread",
    "In this post we will look at linen bags, clay pots and plastic, and at what each of them does to bread and its crust.",
  ),
  opening(
    "lead/copies-title",
    "a lead that says the title again",
    "storing-bread",
    "Storing bread so that the crust survives.",
  ),
  opening(
    "lead/copies-description",
    "a lead that says the description again",
    "storing-bread",
    "Bread keeps its crust in a linen bag or a clay pot, and loses it in plastic. The fridge is the worst place of all.",
  ),
  opening(
    "lead/throat-clearing",
    "a lead that could open any post",
    "storing-bread",
    "In today's fast-paced world, fresh bread with a good crust is more important than ever before.",
    [`${post("storing-bread")} slop/opening-cliche`],
  ),
  opening(
    "lead/off-topic",
    "a lead about something else",
    "shaping-a-batard",
    "**TL;DR:** Our cat sleeps on the radiator all winter, and nobody in the house has found a way of moving her.",
  ),
  opening(
    "lead/dangling-reference",
    "a lead that points at nothing",
    "storing-bread",
    "It keeps the crust alive for days, provided that air can move a little around the bread in its box.",
  ),
  defect("lead/missing", "no lead", post("hand-mill"), (files) =>
    change(files, post("hand-mill"), (text) => `${headOf(text)}\n## The idea${bodyOf(text)}`),
  ),
];

const links: readonly Defect[] = [
  swapped(
    "link/broken-internal",
    "a link to no page",
    "flat-loaf",
    "/posts/shaping-a-batard/",
    "/posts/shaping-a-boule/",
    [`${post("shaping-a-batard")} link/weak-inbound`],
  ),
  swapped("link/broken-fragment", "a link to no section", "salt-in-dough", "#scaling-up", "#scaling-down"),
  swapped(
    "link/redirected-internal",
    "a link to a redirect",
    "overnight-proof",
    "/posts/flat-loaf/",
    "/journal/flat-loaf/",
  ),
  swapped("link/form", "a link without its slash", "flat-loaf", "/posts/shaping-a-batard/", "/posts/shaping-a-batard"),
  swapped("link/form", "a link to a Markdown file", "hand-mill", "(/posts/storing-bread/)", "(storing-bread.md)"),
  swapped("link/draft-target", "a link to a draft", "hand-mill", "/posts/autolyse/", "/posts/brioche-for-a-crowd/", [
    `${post("autolyse")} link/weak-inbound`,
  ]),
  swapped("link/empty", "a link without a text", "flat-loaf", "[the shares on the card]", "[]"),
  swapped("link/generic-text", "a link that says click here", "flat-loaf", "[the shares on the card]", "[click here]"),
  swapped(
    "link/tracking-params",
    "a link with a campaign",
    "flat-loaf",
    "/posts/bakers-percentages/",
    "/posts/bakers-percentages/?utm_source=letter",
  ),
  swapped(
    "link/staging-origin",
    "a link to the author's own machine",
    "flat-loaf",
    "(/posts/bakers-percentages/)",
    "(http://localhost:1313/posts/bakers-percentages/)",
  ),
  swapped(
    "link/absolute-self",
    "a link with the site's own host",
    "flat-loaf",
    "(/posts/bakers-percentages/)",
    "(https://bakehouse.example/posts/bakers-percentages/)",
  ),
  swapped(
    "link/external-http",
    "a link without encryption",
    "flat-loaf",
    "flour bin,",
    "[flour bin](http://www.mill-notes.org/bins), [dry](https://mill-notes.org/dry),",
  ),
  swapped("link/self", "a link to itself", "flat-loaf", "/posts/bakers-percentages/", "/posts/flat-loaf/"),
  swapped(
    "link/bare-url",
    "an address in the prose",
    "flat-loaf",
    "wrinkled top**",
    "wrinkled top** (https://crumb.example.org/tops)",
  ),
  defect(
    "link/dead-end",
    "a post that links to nothing",
    post("hand-mill"),
    (files) => change(files, post("hand-mill"), (text) => text.replace(/\[([^\]]+)\]\(\/posts\/[^)]*\)/g, "$1")),
    [`${post("autolyse")} link/weak-inbound`, `${post("storing-bread")} link/weak-inbound`],
  ),
  defect("link/weak-inbound", "a post that one other links to", post("stone-or-pot"), (files) =>
    change(files, post("overnight-proof"), (text) => text.replace(/\[([^\]]+)\]\(\/posts\/stone-or-pot\/\)/, "$1")),
  ),
  closing(
    "link/suggest-internal",
    "a post that is named and not linked",
    "salt-in-dough",
    "We wrote more on such sums in “Working out the water temperature for a dough”, last winter.",
  ),
  defect("link/orphan", "a post that nothing links to", post("steam-in-a-home-oven"), (files) => {
    for (const name of ["overnight-proof", "stone-or-pot"])
      change(files, post(name), (text) => text.replace(/\[([^\]]+)\]\(\/posts\/steam-in-a-home-oven\/\)/i, "$1"));
  }),
];

const bodies: readonly Defect[] = [
  swapped("image/missing-file", "a picture that is not there", "hand-mill", "hand-mill.png", "hand-mil.png"),
  defect("image/weight", "a picture as the camera left it", post("hand-mill"), (files) =>
    files.set("static/images/hand-mill.png", new Uint8Array(400_000)),
  ),
  swapped("image/alt-missing", "a picture without words", "hand-mill", /!\[[^\]]*\]/, "![]"),
  swapped("image/alt-quality", "a file name for words", "hand-mill", /!\[[^\]]*\]/, "![hand-mill.png]"),
  swapped("heading/increment", "a level that is left out", "shaping-a-batard", "### If it tears", "#### If it tears"),
  swapped(
    "structure/toc-drift",
    "a slip in a table of contents",
    "hand-mill",
    "\n## Two passes",
    "\n- [Two pases](#two-passes)\n- [How the dough changes](#how-the-dough-changes)\n- [Is it worth it](#is-it-worth-it)\n\n## Two passes",
  ),
  swapped("heading/empty", "a heading without words", "hand-mill", "## Two passes", "##"),
  swapped("heading/duplicate", "a heading that stands twice", "hand-mill", "## Is it worth it", "## Two passes"),
  swapped(
    "heading/h1-in-body",
    "the title once more",
    "hand-mill",
    "## Two passes",
    "# Milling wheat at home with a hand mill",
  ),
  swapped("heading/fake", "a bold line for a heading", "hand-mill", "## Two passes", "**Two passes**"),
  swapped("heading/adjacent", "two headings in a row", "hand-mill", "## Two passes", "## Grinding\n\n## Two passes"),
  swapped("fence/unclosed", "a fence that stays open", "water-temperature", "# 39\n```", "# 39"),
  swapped("shortcode/unbalanced", "a shortcode that is closed and not opened", "autolyse", "{{< tip >}}\n", ""),
  closing("content/placeholder", "a section that was never written", "hand-mill", "TODO: where to buy one."),
  closing(
    "prose/repeated-word",
    "a word that stands twice",
    "hand-mill",
    "The hens get the the bran that nobody wants.",
  ),
  closing(
    "slop/assistant-residue",
    "what an assistant said",
    "hand-mill",
    "As an AI language model, I cannot turn a crank, but burrs of steel last for decades.",
  ),
  closing(
    "slop/assistant-residue",
    "a mark of where an assistant had read it",
    "hand-mill",
    "Steel burrs last ten years :contentReference[oaicite:0]{index=0}.",
  ),
];

const encodings: readonly Defect[] = [
  key("text/mojibake", "a title in the wrong encoding", "soaking-seeds", [
    "title",
    "title: Soaking seeds for a bakerâ€™s bread",
  ]),
  swapped(
    "text/mojibake",
    "a body in the wrong encoding",
    "hand-mill",
    "as long as a forearm",
    "as long as the millerâ€™s forearm",
  ),
  swapped("text/mojibake", "a character that was lost", "hand-mill", "40 °C", "40 \ufffdC"),
  defect("parse/encoding", "a byte that is no UTF-8", post("hand-mill"), (files) => {
    const bytes = Buffer.from(textOf(files, post("hand-mill")).replace("40 °C", "40 ~C"));
    bytes[bytes.indexOf("~C")] = 0xb0;
    files.set(post("hand-mill"), bytes);
  }),
  swapped("text/bom", "a byte order mark", "hand-mill", /^/, "\ufeff"),
  key("text/invisible", "a character that no one sees", "soaking-seeds", [
    "title",
    "title: Soaking see\u200bds before they go into bread",
  ]),
  key("text/mixed-script", "a Cyrillic letter in a word", "soaking-seeds", [
    "title",
    "title: Soaking s\u0435eds before they go into bread",
  ]),
  key("text/entities", "an entity in a title", "soaking-seeds", [
    "title",
    "title: Soaking seeds &amp; grains before they go into bread",
  ]),
  key("text/double-space", "two spaces in a title", "soaking-seeds", [
    "title",
    "title: Soaking seeds  before they go into bread",
  ]),
  key("text/nfc", "an accent on its own", "shaping-a-batard", [
    "title",
    "title: Shaping a ba\u0302tard without tearing the skin",
  ]),
  defect("parse/empty", "a file with nothing in it", post("notes"), (files) => files.set(post("notes"), "")),
];

const repeats: readonly Defect[] = [
  defect(
    "dup/exact-body",
    "a body that is another's",
    post("salt-in-dough"),
    (files) =>
      change(files, post("salt-in-dough"), (text) => headOf(text) + bodyOf(textOf(files, post("water-temperature")))),
    [`${post("water-temperature")} dup/exact-body`],
  ),
  defect(
    "dup/near-body",
    "a body with a few words changed",
    post("salt-in-dough"),
    (files) =>
      change(
        files,
        post("salt-in-dough"),
        (text) =>
          headOf(text) +
          bodyOf(textOf(files, post("water-temperature")))
            .replace("February", "January")
            .replace("pizzeria", "bakery next door"),
      ),
    [`${post("water-temperature")} dup/near-body`],
  ),
  spread(
    "dup/shared-paragraph",
    "a paragraph in three posts",
    ["flat-loaf", "hand-mill", "soaking-seeds"],
    "\nOur letter goes out on the first Monday of each month with a recipe, a drawing by Ines and the dates of the courses, " +
      "and it can be had for nothing at the stable door or by post.\n",
  ),
  spread(
    "dup/shared-sentence",
    "a sentence in three posts",
    ["flat-loaf", "hand-mill", "soaking-seeds"],
    "\nCome to the stable on Friday evening and taste all of it with butter.\n",
  ),
  closing(
    "dup/within-doc",
    "a sentence that stands twice",
    "hand-mill",
    "Stone burrs grind finer but clog when the grain is damp, and the grain in our cellar often is.",
  ),
  defect(
    "lead/templated",
    "a lead made from a template",
    post("hand-mill"),
    (files) => {
      const leadsOf = {
        "hand-mill": "Milling wheat",
        "soaking-seeds": "Soaking seeds",
        "storing-bread": "Storing bread",
      };
      for (const [name, subject] of Object.entries(leadsOf))
        change(files, post(name), (text) =>
          text.replace(
            /(?<=\n---\n\n)[^]*?(?=\n\n)/,
            `${subject} is one of the oldest skills of any baker, and it takes a single afternoon to learn.`,
          ),
        );
    },
    ["soaking-seeds", "storing-bread"].map((name) => `${post(name)} lead/templated`),
  ),
];

const directives: readonly Defect[] = [
  closing(
    "directive/unused",
    "a directive for nothing",
    "hand-mill",
    "<!-- standfirst-disable-next-line prose/repeated-word -- a quotation -->\nThe hens get the bran.",
  ),
  closing(
    "directive/unknown-rule",
    "a directive for a rule that is none",
    "hand-mill",
    "<!-- standfirst-disable-next-line prose/repeated-words -- a quotation -->\nThe hens get the bran.",
  ),
  closing(
    "directive/unscoped",
    "a directive for every rule",
    "hand-mill",
    "<!-- standfirst-disable-next-line -- a quotation -->\nThe hens get the the bran.",
  ),
  closing(
    "directive/missing-reason",
    "a directive without a reason",
    "hand-mill",
    "<!-- standfirst-disable-next-line prose/repeated-word -->\nThe hens get the the bran.",
  ),
];

const redirects: readonly Defect[] = [
  redirect("redirect/chain", "a redirect to a redirect", "/first/ /starter/ 301\n"),
  redirect("redirect/loop", "redirects in a circle", "/here/ /there/ 301\n/there/ /here/ 301\n"),
  redirect("redirect/self", "a redirect to itself", "/here/ /here/ 301\n"),
  redirect("redirect/target-missing", "a redirect to no page", "/here/ /posts/shaping-a-boule/ 301\n"),
  redirect("redirect/status", "a status that no host knows", "/here/ /posts/flat-loaf/ 399\n"),
  redirect("redirect/duplicate-source", "a path that is redirected twice", "/starter/ /posts/flat-loaf/ 301\n"),
  redirect("redirect/shadows-page", "a redirect where a page is", "/posts/flat-loaf/ /posts/hand-mill/ 301\n"),
];

const editions: readonly Defect[] = [
  index(
    "index/field-drift",
    "another title in the index",
    post("flat-loaf"),
    "Why a loaf spreads flat",
    "Why your loaf spreads flat",
  ),
  index("date/drift", "another date in the index", post("flat-loaf"), "2025-08-12", "2025-08-22"),
  index(
    "reading/drift",
    "other minutes in the index",
    post("raise-a-rye-starter"),
    /(?<=raise-a-rye-starter[^}]*"readingTime": )2/,
    "3",
    ["index.json reading/implausible"],
  ),
  index(
    "index/missing-source",
    "an entry without a source",
    "index.json",
    /(?<="posts": \[\n)/,
    '{ "title": "Rolls for a wedding", "url": "/posts/wedding-rolls/", "summary": "Two hundred rolls for a wedding, baked in six rounds between midnight and five, with one oven and three people.", ' +
      '"published": "2026-03-10", "author": "Wenke Brandt", "readingTime": 2, "tags": ["method"] },\n',
  ),
];

/** Every defect that is planted. */
export const defects: readonly Defect[] = [
  frontMatter,
  datesAndTimes,
  leads,
  links,
  bodies,
  encodings,
  repeats,
  directives,
  redirects,
  editions,
].flat();
