import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { shardFromEnvironment } from "#shards/shard-from-environment";

const recipe = (name: string): unknown =>
  parse(readFileSync(new URL(`../fixtures/recipes/${name}`, import.meta.url), "utf8"));

test("every job of the GitHub matrix gets a shard of its own", () => {
  const { jobs } = recipe("github/shards.yml") as {
    jobs: { facts: { strategy: { matrix: { shard: number[] } }; steps: { env?: Record<string, string> }[] } };
  };
  const { shard: shards } = jobs.facts.strategy.matrix;
  const template = jobs.facts.steps.flatMap(({ env }) => env?.["STANDFIRST_SHARD"] ?? [])[0] ?? "";
  const given = shards.map((shard) =>
    template.replace("${{ matrix.shard }}", String(shard)).replace("${{ strategy.job-total }}", String(shards.length)),
  );
  const read = given.map((text) => shardFromEnvironment({ STANDFIRST_SHARD: text }));
  expect(read).toEqual(shards.map((_, index) => ({ index: index + 1, count: shards.length })));
});

test("the GitLab recipe runs jobs in parallel and merges behind them", () => {
  expect(recipe("gitlab/shards.yml")).toMatchObject({
    "content facts": { parallel: 4, script: [expect.stringContaining("--shard auto")] },
    "content report": { needs: ["content facts"], script: [expect.stringContaining("standfirst@0.1.0 merge facts")] },
  });
});

test("every pod of the Kubernetes job gets a shard of its own", () => {
  const job = recipe("kubernetes/shards.yaml") as {
    spec: {
      completions: number;
      template: { spec: { containers: { env: { name: string; value: string }[] }[] } };
    };
  };
  expect(job).toMatchObject({
    apiVersion: "batch/v1",
    kind: "Job",
    spec: { completionMode: "Indexed", template: { spec: { restartPolicy: "Never" } } },
  });
  const { completions, template } = job.spec;
  const env = Object.fromEntries((template.spec.containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
  const indexes = Array.from({ length: completions }, (_, index) => index);
  const read = indexes.map((index) => shardFromEnvironment({ ...env, JOB_COMPLETION_INDEX: String(index) }));
  expect(read).toEqual(indexes.map((index) => ({ index: index + 1, count: completions })));
});
