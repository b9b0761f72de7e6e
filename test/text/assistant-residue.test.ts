import { expect, test } from "vitest";
import { findResidue, residueInUrl } from "#text/assistant-residue";

test.each([
  "As an AI language model, I cannot see limpets.",
  "Certainly! Here's a short summary of the post.",
  "Sure, here is your description.",
  "The tide turns at six.【4†source】",
  "The tide turns at six :contentReference[oaicite:2]",
  "As of my last knowledge update, limpets had no legs.",
  "Tide tables by [Your Name]",
  "Would you like me to expand the section on whelks?",
  "Meta description: limpets find home.",
])("finds it in “%s”", (text) => {
  expect(findResidue(text)).toHaveLength(1);
});

test.each([
  "Claude acts as an AI language model that answers questions.",
  "It said “As an AI language model, I cannot see limpets” and gave up.",
  'It said "As an AI language model, I cannot see limpets" and gave up.',
  'It stopped and asked, "Okay, the next step is to count all limpets on the shore, which takes an hour. Would you like me to continue?"',
  "I hope this helps you find your way on the shore.",
  "Sure, tides are easy to read.",
  "Let me know if you find one.",
  "My training update: ten miles along the shore.",
])("takes “%s” as it is", (text) => {
  expect(findResidue(text)).toEqual([]);
});

test("leaves blanks in a body to the templates that a post may offer", () => {
  expect(findResidue("Dear harbour office, I am [your name].", true)).toEqual([]);
});

test("finds the mark in an address", () => {
  expect(residueInUrl("https://tides.example/?a=1&utm_source=chatgpt.com")).toBe("utm_source=chatgpt.com");
  expect(residueInUrl("https://tides.example/?utm_source=newsletter")).toBeUndefined();
});
