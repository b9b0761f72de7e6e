// What Standfirst wants to reach, as ratios of two measurements of one run of the benchmark.

/** The ratio of two wall times. `get(scope, name)` is a measurement; undefined where one of the two is missing. */
const wall = (get, [scope, name], [otherScope, other]) => {
  const [one, against] = [get(scope, name)?.wall, get(otherScope, other)?.wall];
  return one === undefined || against === undefined ? undefined : one / against;
};

/**
 * The targets with what was measured.
 *
 * @param sites the largest made site, the next smaller one, and the site of about 300 posts
 */
export function targetsOf(get, { small, middle, large }) {
  const rows = [
    ["300-post site, no cache: time of rumdl", 1, wall(get, [small, "cold"], [small, "rumdl"])],
    ["the same: time of markdownlint-cli2", 0.1, wall(get, [small, "cold"], [small, "markdownlint-cli2"])],
    ["the same, warm: time of node -e 0", 2, wall(get, [small, "warm"], ["start", "node -e 0"])],
    ["one post changed of many: time of the warm run", 1.3, wall(get, [large, "one changed"], [large, "warm"])],
    ["many posts, no cache, two threads: time of rumdl", 0.7, wall(get, [large, "cold"], [large, "rumdl"])],
    ["the same: peak memory, MiB", 600, get(large, "cold")?.peak],
    ["the same, warm: time of the cold run", 0.1, wall(get, [large, "warm"], [large, "cold"])],
    ["cost of a post, many against a tenth of them", 1.15, perPost(get, large, middle)],
    ["--version: time of node -e 0", 1.3, wall(get, ["start", "--version"], ["start", "node -e 0"])],
    ["--help: time of node -e 0", 1.3, wall(get, ["start", "--help"], ["start", "node -e 0"])],
    ["stored facts of a post, KB", 3, get(small, "facts")?.kilobytes],
  ];
  return rows.map(([what, most, measured]) => ({ what, most, measured }));
}

/** How much the time for one post grows from one site to a larger one. */
function perPost(get, large, middle) {
  const [more, fewer] = [get(large, "cold"), get(middle, "cold")];
  if (large === middle || more?.wall === undefined || fewer?.wall === undefined) return undefined;
  return more.wall / more.count / (fewer.wall / fewer.count);
}
