import { describe, expect, test } from "vitest";
import { issueOf, Series } from "#text/series";

/** How many of four documents count that share something, by the names of their files. */
const shared = (...names: readonly string[]) => {
  const paths = names.map((name) => `posts/${name}.md`);
  return new Series(paths).countBeyondPattern(paths.map((_, index) => index));
};

describe("what the issues of a series share is their pattern", () => {
  test.each([
    ["release notes", ["rye-3-1-released", "rye-3-2-released", "rye-3-3-released", "rye-4-0-released"]],
    ["releases", ["0.9.1", "0.10.0", "v1.0.0-rc1", "1.0"]],
    ["months", ["news-january-2025", "news-february-2025", "news-march-2025", "news-april-2025"]],
    ["days", ["2025-01-02-news", "2025-01-09-news", "2025-01-16-news", "2025-01-23-news"]],
    ["advisories", ["cve-2025-1-salt", "cve-2025-2-rye", "cve-2025-3-ice", "cve-2024-4-oven"]],
    ["interviews", ["interview-with-ada", "our-interview-with-bo", "interview-with-cy", "interview-with-dee"]],
    ["news of a kind", ["learning-series-salt", "learning-series-rye", "learning-series-ice", "learning-series-oven"]],
    ["weeks", ["this-week-in-rye-a", "this-week-in-rye-b", "this-week-in-rye-c", "this-week-in-rye-d"]],
  ])("%s", (_what, names) => {
    expect(shared(...names)).toBe(0);
  });
});

describe("what other documents share counts for each", () => {
  test.each([
    ["subjects", ["rye", "salt", "ice", "oven"]],
    ["numbered posts", ["post-1", "post-2", "post-3", "post-4"]],
    ["bare numbers", ["1", "2", "3", "4"]],
    ["numbered posts of a blog", ["blog-post-001", "blog-post-002", "blog-post-003", "blog-post-004"]],
    ["the parts of one work", ["rye-part-1", "rye-part-2", "rye-part-3", "rye-part-4"]],
    [
      "guides",
      ["the-guide-to-baking-rye", "the-guide-to-baking-ice", "the-guide-to-baking-salt", "the-guide-to-baking"],
    ],
    ["things with a number in their names", ["mp3-players", "mp4-files", "mp3-to-text", "mp4box"]],
    ["a subject that is called a series", ["time-series-a", "time-series-b", "time-series-c", "time-series-d"]],
    ["names behind a number", ["01-rye", "02-salt", "03-ice", "04-oven"]],
  ])("%s", (_what, names) => {
    expect(shared(...names)).toBe(4);
  });
});

test("folders of years and months sort the issues of a series", () => {
  const countBeyond = (...paths: readonly string[]) =>
    new Series(paths).countBeyondPattern(paths.map((_, index) => index));
  expect(countBeyond("log/2025/11/index.md", "log/2025/12/index.md", "log/2026/01/index.md")).toBe(0);
  expect(countBeyond("log/2025/11.md", "log/2025/12.md", "log/2026/01.md")).toBe(0);
  expect(
    countBeyond("talks/2025/11/call-3-rye.md", "talks/2025/12/call-4-ice.md", "talks/2026/01/call-5-salt.md"),
  ).toBe(0);
  expect(countBeyond("posts/2025/11/rye.md", "posts/2025/12/salt.md", "posts/2026/01/ice.md")).toBe(3);
});

test("the versions and translations of a document are one", () => {
  expect(["docs/v1.2/rye.md", "docs/v1.3/rye.md"].map(issueOf)).toEqual(["docs/*/rye.md", "docs/*/rye.md"]);
  expect(["en/rye.md", "zh_cn/rye.md"].map(issueOf)).toEqual(["*/rye.md", "*/rye.md"]);
  expect(issueOf("posts/rye.de.md")).toBe("posts/rye.md");
});
