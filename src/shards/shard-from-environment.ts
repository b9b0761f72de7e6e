import { parseShard, shardName, ShardError, shardOf, type Shard } from "./shard.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** How a CI system tells a job which of several equal ones it is. */
interface System {
  readonly name: string;
  readonly index: string;
  readonly count: string;
  /** What the first job's index is. */
  readonly first: 0 | 1;
}

/**
 * The variables of the systems that start several equal jobs, as their manuals give them (read 2026-11-23). Kubernetes
 * tells a pod its index and not how many there are, so the manifest has to.
 */
const systems: readonly System[] = [
  { name: "GitLab", index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: 1 },
  { name: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: "STANDFIRST_SHARDS", first: 0 },
  { name: "CircleCI", index: "CIRCLE_NODE_INDEX", count: "CIRCLE_NODE_TOTAL", first: 0 },
  { name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", count: "BUILDKITE_PARALLEL_JOB_COUNT", first: 0 },
];

/**
 * The shard that a CI system gives this job: what STANDFIRST_SHARD says, else what the system's own variables say.
 *
 * @throws ShardError where they are missing, make no sense, or contradict each other; it names what is expected
 */
export function shardFromEnvironment(env: Environment): Shard {
  const own = env["STANDFIRST_SHARD"];
  if (own !== undefined && own !== "") {
    const shard = parseShard(own);
    if (shard === undefined) {
      throw new ShardError(`STANDFIRST_SHARD is "${own}"; write which part of how many, such as 3/8.`);
    }
    return shard;
  }
  const found = systems.flatMap((system) => {
    const shard = shardIn(system, env);
    return shard === undefined ? [] : [{ system, shard }];
  });
  const [first, ...others] = found;
  if (first === undefined) throw new ShardError(`--shard auto finds no variable of a CI system. ${expected()}`);
  const other = others.find(({ shard }) => shardName(shard) !== shardName(first.shard));
  if (other !== undefined) {
    const said = [first, other].map(
      ({ system, shard }) => `${system.index} and ${system.count} say ${shardName(shard)}`,
    );
    throw new ShardError(
      `The variables of two CI systems contradict each other: ${said.join(", ")}. Set STANDFIRST_SHARD.`,
    );
  }
  return first.shard;
}

function shardIn(system: System, env: Environment): Shard | undefined {
  const [index, count] = [env[system.index], env[system.count]];
  // GitLab gives the count to every job, and the index only to those that run in parallel.
  if (index === undefined && (count === undefined || count === "1")) return count === undefined ? undefined : whole;
  if (index === undefined || count === undefined) {
    const [there, missing] = index === undefined ? [system.count, system.index] : [system.index, system.count];
    const hint = missing === "STANDFIRST_SHARDS" ? " Set it in the manifest to the number of completions." : "";
    throw new ShardError(`${there} is set and ${missing} is not; ${system.name} jobs need both.${hint}`);
  }
  const shard = shardOf(numberIn(index) + 1 - system.first, numberIn(count));
  if (shard !== undefined) return shard;
  const range = system.first === 0 ? `from 0 to ${system.count} - 1` : `from 1 to ${system.count}`;
  throw new ShardError(
    `${system.index} is "${index}" and ${system.count} is "${count}"; expected are whole numbers, ${system.index} ${range}.`,
  );
}

/** The only part of a run that is not shared. */
const whole: Shard = { index: 1, count: 1 };

const numberIn = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

const expected = () =>
  `Set STANDFIRST_SHARD to which part of how many, such as 3/8, or run it where one of these pairs is set: ${systems
    .map(({ name, index, count }) => `${index} and ${count} (${name})`)
    .join(", ")}.`;
