// Runs commands in turn and takes wall time, CPU time and peak memory of each.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const reporter = fileURLToPath(new URL("report-usage.cjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "standfirst-usage-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
/** Milliseconds between two looks at a process that can't tell its own peak. */
const pace = 10;

/**
 * Runs each command once, then again in the same order, so that a change of the machine's load meets all of them.
 *
 * @param commands objects with a `name`, a `run` (file and arguments), perhaps `prepare`, and `rounds` where one is
 *   worth fewer
 * @returns by name: medians of `wall` and `cpu` in milliseconds, the highest `peak` in MiB, `rounds`; or `failed`
 */
export async function inTurn(commands, rounds) {
  const samples = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, cwd, prepare, rounds: most = rounds } of commands) {
      if (round >= most) continue;
      prepare?.();
      samples.get(name).push(await once(run, cwd));
      process.stderr.write(".");
    }
  }
  process.stderr.write("\n");
  return new Map([...samples].map(([name, all]) => [name, summary(all)]));
}

function summary(all) {
  const failed = all.find(({ code }) => code !== 0 && code !== 1);
  if (all.length === 0 || failed !== undefined) return { failed: `exit code ${failed?.code}` };
  const middle = (of) => all.map(of).toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)];
  return {
    wall: middle(({ wall }) => wall),
    cpu: middle(({ cpu }) => cpu),
    peak: Math.max(...all.map(({ peak }) => peak)),
    rounds: all.length,
  };
}

let runs = 0;

/** Runs a command. A Node process says at its end what it took; of others the peak is looked up while they run. */
function once([file, ...args], cwd) {
  return new Promise((resolve, reject) => {
    const usageFile = path.join(folder, `${runs++}.json`);
    const options = `${process.env.NODE_OPTIONS ?? ""} --require ${JSON.stringify(reporter)}`;
    const started = performance.now();
    const child = spawn(file, args, {
      cwd,
      stdio: "ignore",
      env: { ...process.env, NODE_OPTIONS: options.trim(), STANDFIRST_BENCH_USAGE: usageFile },
    });
    let seen = { cpu: Number.NaN, peak: Number.NaN };
    const watch = file === process.execPath ? undefined : setInterval(() => (seen = look(child.pid) ?? seen), pace);
    child.on("error", reject);
    child.on("close", (code) => {
      const wall = performance.now() - started;
      clearInterval(watch);
      resolve({ code, wall, ...(read(usageFile) ?? seen) });
    });
  });
}

function read(usageFile) {
  try {
    return JSON.parse(readFileSync(usageFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** What the kernel says of a running process; undefined where it does not keep such files. */
function look(pid) {
  try {
    // A process that has ended, and is not yet taken away, has no such line.
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    // Fields 14 and 15, in hundredths of a second.
    return Number.isNaN(peak) ? undefined : { peak, cpu: 10 * (Number(stat[11]) + Number(stat[12])) };
  } catch {
    return undefined;
  }
}
