import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** What a run writes on standard error, and the progress that it writes. */
function terminal(env: Record<string, string> = {}, isTerminal = true) {
  const lines: string[] = [];
  const stderr = { isTerminal, write: async (text: string) => void lines.push(text.replace("\r\u001b[K", "<")) };
  return { lines, progress: showProgress({ stderr, env } as unknown as Parameters<typeof showProgress>[0]) };
}

test("a run of less than a second shows nothing", async () => {
  const { lines, progress } = terminal();
  progress.update({ phase: "extract", done: 3, all: 9 });
  vi.advanceTimersByTime(900);
  progress.update({ phase: "judge", done: 0, all: 9 });
  await progress.clear();
  vi.advanceTimersByTime(900);
  expect(lines).toEqual([]);
});

test("each step of a longer run is named, and the line is taken away", async () => {
  const { lines, progress } = terminal();
  vi.advanceTimersByTime(1000);
  progress.update({ phase: "extract", done: 512, all: 10_000 });
  progress.update({ phase: "extract", done: 560, all: 10_000 });
  vi.advanceTimersByTime(100);
  progress.update({ phase: "extract", done: 1024, all: 10_000 });
  progress.update({ phase: "judge", done: 0, all: 10_000 });
  await progress.clear();
  expect(lines).toEqual([
    "<Looking for documents",
    "<Reading 512 of 10,000 documents",
    "<Reading 1,024 of 10,000 documents",
    "<Judging 10,000 documents",
    "<",
  ]);
});

test.each([
  ["in CI", { CI: "true" }, true],
  ["where standard error is no terminal", {}, false],
])("nothing is shown %s", async (_where, env, isTerminal) => {
  const { lines, progress } = terminal(env, isTerminal);
  vi.advanceTimersByTime(5000);
  progress.update({ phase: "judge", done: 0, all: 9 });
  await progress.clear();
  expect(lines).toEqual([]);
});
