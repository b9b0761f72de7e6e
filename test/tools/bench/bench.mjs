// Measures Standfirst (the built command) and other linters on the same files in turn, and prints ratios.
//
//   npm run bench -- [--posts 1000,10000] [--entries 1000,10000] [--rounds 3] [--slow-peers] [--no-peers]
//
// `--posts` and `--entries` take 100000 too, or 0 for none. Peers that need minutes for a large site are left out there,
// unless --slow-peers asks for them.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeIndexes, makeSites } from "./corpora.mjs";
import { inTurn } from "./measure.mjs";
import { installPeers } from "./peers.mjs";
import { targetsOf } from "./targets.mjs";

const { values: flags } = parseArgs({
  options: {
    posts: { type: "string", default: "1000,10000" },
    entries: { type: "string", default: "1000,10000" },
    rounds: { type: "string", default: "3" },
    "slow-peers": { type: "boolean", default: false },
    "no-peers": { type: "boolean", default: false },
  },
});
const counts = (text) =>
  text
    .split(",")
    .map(Number)
    .filter((count) => count > 0);
const rounds = Number(flags.rounds);
const command = fileURLToPath(new URL("../../../dist/standfirst.js", import.meta.url));
const floor = fileURLToPath(new URL("count-words.mjs", import.meta.url));
/** With more posts than this the slow peers take minutes. */
const mostForSlowPeers = 1000;

if (!existsSync(command)) throw new Error("There is no dist/standfirst.js: run `npm run bundle` first.");
const folder = mkdtempSync(path.join(tmpdir(), "standfirst-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const say = (line = "") => process.stdout.write(`${line}\n`);
const results = new Map();
const get = (scope, name) => {
  const found = results.get(scope)?.get(name);
  return found === undefined || found.failed !== undefined ? undefined : found;
};

const node = (...args) => [process.execPath, ...args];
const standfirst = (...args) => node(command, ...args, "--now", "2026-07-01", "--no-config", "--exit-zero");

async function measureStart() {
  const commands = [
    { name: "node -e 0", run: node("-e", "0") },
    { name: "--version", run: node(command, "--version") },
    { name: "--help", run: node(command, "--help") },
  ];
  results.set("start", await inTurn(commands, Math.max(9, rounds)));
  show("start", "node -e 0", "Start");
}

async function measureSite(site, peers) {
  const cache = path.join(folder, `cache-${path.basename(site.folder)}`);
  const cached = standfirst(site.folder, "--cache-dir", cache);
  const isLarge = site.count > mostForSlowPeers;
  const chosen = peers.filter(({ name }) => name === "rumdl" || !isLarge || flags["slow-peers"]);
  await inTurn([{ name: "fill the cache", run: cached }], 1);
  const measured = await inTurn(
    [
      { name: "word counter", run: node(floor, site.folder) },
      ...chosen.map(({ name, commandFor }) => ({
        name,
        run: commandFor(site.folder),
        cwd: site.folder,
        rounds: name === "rumdl" ? rounds : 1,
      })),
      { name: "cold", run: standfirst(site.folder, "--no-cache") },
      { name: "cold, one thread", run: standfirst(site.folder, "--no-cache", "--concurrency", "1") },
      { name: "warm", run: cached },
      { name: "one changed", run: cached, prepare: () => appendFileSync(site.files[0], "\nOne more sentence.\n") },
    ],
    rounds,
  );
  for (const one of measured.values()) one.count = site.count;
  measured.set("facts", { kilobytes: sizeOf(cache) / site.count / 1000 });
  results.set(site.name, measured);
  show(
    site.name,
    "word counter",
    `${site.name}: ${site.count.toLocaleString("en-US")} posts, ${site.megabytes.toFixed(1)} MB`,
  );
}

async function measureIndexes(indexes) {
  const commands = indexes.map(({ name, file }) => ({ name, run: standfirst(file) }));
  const measured = await inTurn(commands, rounds);
  for (const { name, count } of indexes) measured.get(name).count = count;
  results.set("index", measured);
  show("index", indexes[0].name, "Index as JSON");
}

const sizeOf = (base) =>
  readdirSync(base, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(path.join(base, name)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);

function show(scope, against, title) {
  const base = get(scope, against)?.wall;
  say(`\n${title}`);
  say(`  ${"".padEnd(20)}  wall ms   CPU ms  peak MiB  × ${against}   ms a post`);
  for (const [name, { failed, wall, cpu, peak, count, kilobytes }] of results.get(scope)) {
    if (failed !== undefined) say(`  ${name.padEnd(20)}  failed: ${failed}`);
    else if (kilobytes !== undefined) say(`  ${"stored facts".padEnd(20)} ${kilobytes.toFixed(1)} KB a post`);
    else {
      const ratio = base === undefined ? "" : (wall / base).toFixed(2);
      const each = count === undefined ? "" : (wall / count).toFixed(3);
      const numbers = [wall, cpu, peak].map((value) => (Number.isNaN(value) ? "?" : value.toFixed(0)).padStart(8));
      say(`  ${name.padEnd(20)} ${numbers.join(" ")} ${ratio.padStart(against.length + 3)} ${each.padStart(11)}`);
    }
  }
}

function showTargets(sites) {
  const made = sites.filter(({ name }) => name.endsWith("made posts"));
  const large = made.at(-1)?.name;
  const middle = made.at(-2)?.name ?? large;
  const small = sites[0]?.name;
  say("\nTargets (ratios of wall times of this run, where nothing else is said)");
  say(`  The site of about 300 posts: ${small}; many posts: ${large}`);
  say(`  ${"".padEnd(50)}  at most  measured`);
  for (const { what, most, measured } of targetsOf(get, { small, middle, large })) {
    const value = measured === undefined ? "–" : measured.toFixed(2);
    const verdict = measured === undefined ? "" : measured <= most ? "  reached" : "  missed";
    say(`  ${what.padEnd(50)} ${String(most).padStart(8)} ${value.padStart(9)}${verdict}`);
  }
  say("  Built sites (html-validate) are not measured: this version reads no built pages as such.");
}

const { peers, missing } = flags["no-peers"] ? { peers: [], missing: [] } : installPeers();
for (const sentence of missing) say(sentence);
const sites = await makeSites(folder, counts(flags.posts));
const indexes = await makeIndexes(folder, counts(flags.entries));
await measureStart();
for (const site of sites) await measureSite(site, peers);
if (indexes.length > 0) await measureIndexes(indexes);
showTargets(sites);
