import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInShard, parseShard } from "#shards/shard";
import { shardFromEnvironment } from "#shards/shard-from-environment";

describe("isInShard", () => {
  test("puts every path into exactly one shard", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (path, count) => {
        const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
        expect(shards.filter((shard) => isInShard(path, shard))).toHaveLength(1);
      }),
    );
  });

  test("takes composed and decomposed names for one", () => {
    const count = 1000;
    const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
    const shardsOf = (path: string) => shards.filter((shard) => isInShard(path, shard));
    expect(shardsOf("posts/café.md".normalize("NFD"))).toEqual(shardsOf("posts/café.md".normalize("NFC")));
  });

  test("shares a site out evenly", () => {
    const paths = Array.from({ length: 8000 }, (_, index) => `content/posts/post-${index}.md`);
    for (let index = 1; index <= 8; index++) {
      const share = paths.filter((path) => isInShard(path, { index, count: 8 })).length;
      expect(Math.abs(share - 1000)).toBeLessThan(100);
    }
  });
});

test.each(["", "3", "3/", "/3", "0/3", "4/3", "1/0", "-1/3", "1.5/3", "1/99999", "1/3 ", "a/b"])(
  "parseShard refuses %j",
  (text) => expect(parseShard(text)).toBeUndefined(),
);

describe("shardFromEnvironment", () => {
  test.each([
    ["STANDFIRST_SHARD", { STANDFIRST_SHARD: "3/8" }, "3/8"],
    ["STANDFIRST_SHARD before others", { STANDFIRST_SHARD: "3/8", CI_NODE_INDEX: "1", CI_NODE_TOTAL: "2" }, "3/8"],
    ["GitLab, from 1", { CI_NODE_INDEX: "8", CI_NODE_TOTAL: "8" }, "8/8"],
    ["a GitLab job that is alone", { CI_NODE_TOTAL: "1" }, "1/1"],
    ["Kubernetes, from 0", { JOB_COMPLETION_INDEX: "0", STANDFIRST_SHARDS: "4" }, "1/4"],
    ["CircleCI, from 0", { CIRCLE_NODE_INDEX: "3", CIRCLE_NODE_TOTAL: "4" }, "4/4"],
    ["Buildkite, from 0", { BUILDKITE_PARALLEL_JOB: "1", BUILDKITE_PARALLEL_JOB_COUNT: "3" }, "2/3"],
    [
      "two that agree",
      { CI_NODE_INDEX: "2", CI_NODE_TOTAL: "4", JOB_COMPLETION_INDEX: "1", STANDFIRST_SHARDS: "4" },
      "2/4",
    ],
  ])("reads %s", (_name, env, expected) => {
    const { index, count } = shardFromEnvironment(env);
    expect(`${index}/${count}`).toBe(expected);
  });

  test.each([
    ["none", {}, /STANDFIRST_SHARD.*CI_NODE_INDEX and CI_NODE_TOTAL.*JOB_COMPLETION_INDEX and STANDFIRST_SHARDS/],
    ["a shard that is none", { STANDFIRST_SHARD: "9/8" }, /STANDFIRST_SHARD is "9\/8"; write which part of how many/],
    ["an index alone", { JOB_COMPLETION_INDEX: "1" }, /STANDFIRST_SHARDS is not; .*Set it in the manifest/],
    ["a count alone", { CI_NODE_TOTAL: "4" }, /CI_NODE_TOTAL is set and CI_NODE_INDEX is not/],
    [
      "an index from 1 where 0 is due",
      { CIRCLE_NODE_INDEX: "4", CIRCLE_NODE_TOTAL: "4" },
      /from 0 to CIRCLE_NODE_TOTAL - 1/,
    ],
    ["an index from 0 where 1 is due", { CI_NODE_INDEX: "0", CI_NODE_TOTAL: "4" }, /from 1 to CI_NODE_TOTAL/],
    ["words", { CI_NODE_INDEX: "one", CI_NODE_TOTAL: "4" }, /CI_NODE_INDEX is "one"/],
    [
      "two that contradict each other",
      { CI_NODE_INDEX: "1", CI_NODE_TOTAL: "4", CIRCLE_NODE_INDEX: "1", CIRCLE_NODE_TOTAL: "4" },
      /contradict each other: CI_NODE_INDEX and CI_NODE_TOTAL say 1\/4, CIRCLE_NODE_INDEX and CIRCLE_NODE_TOTAL say 2\/4/,
    ],
  ])("refuses %s", (_name, env, expected) => {
    expect(() => shardFromEnvironment(env as Record<string, string>)).toThrow(expected);
  });
});
