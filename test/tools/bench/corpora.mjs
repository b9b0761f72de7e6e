// What the benchmark reads: made posts, a made index, and real content where there is some.
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Real content beside the checkout, for those who have some: 300 posts. */
const realSite = path.join(root, "../shared/corpora/tanhdev/content");

/** Makes posts in a folder, and perhaps copies real ones; both may be changed. */
export async function makeSites(folder, counts) {
  const { writePosts } = await generator("make-posts.ts");
  const made = counts.map((count) => {
    const site = path.join(folder, `posts-${count}`);
    writePosts(site, count);
    return describe(`${count.toLocaleString("en-US")} made posts`, site);
  });
  if (!existsSync(realSite)) return made;
  const copy = path.join(folder, "real");
  cpSync(realSite, copy, { recursive: true });
  return [describe("real site", copy), ...made];
}

/** Writes an index as JSON for each count. */
export async function makeIndexes(folder, counts) {
  const { makeIndex } = await generator("make-index.ts");
  mkdirSync(folder, { recursive: true });
  return counts.map((count) => {
    const file = path.join(folder, `index-${count}.json`);
    writeFileSync(file, makeIndex(count, "json"));
    return { name: `${count.toLocaleString("en-US")} entries`, count, file };
  });
}

function describe(name, folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => path.join(folder, file));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { name, folder, files, count: files.length, megabytes: bytes / 1e6 };
}

async function generator(name) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "test/support", name)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
