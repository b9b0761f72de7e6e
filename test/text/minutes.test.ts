import { expect, test } from "vitest";
import { readMinutes } from "#text/minutes";

test.each([
  ["20 min", 20],
  ["20 min read", 20],
  ["20 minutes", 20],
  ["20-minute read", 20],
  ["20\u00a0min", 20],
  ["1 minute read", 1],
  ["a minute read", 1],
  ["~ 4 mins", 4],
  ["7.5 min", 7.5],
  ["< 1 min read", 1],
  ["less than 1 minute", 1],
  ["1 hr 5 min", 65],
  ["1 hour, 5 minutes", 65],
  ["1 hour and 5 minutes", 65],
  ["2 h", 120],
  ["1h 5m", 65],
  ["Reading time: 5 min", 5],
  ["5 Min. Lesezeit", 5],
  ["5 min de lecture", 5],
  ["5 phút đọc", 5],
  ["5分钟", 5],
])("%s", (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test.each(["", "20", "min", "20 minds", "5 min ago", "in 5 min", "20 May", "h", "5 km"])("%j is none", (text) => {
  expect(readMinutes(text)).toBeUndefined();
});
