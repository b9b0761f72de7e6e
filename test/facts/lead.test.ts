import { describe, expect, test } from "vitest";
import { firstSentence, leadOf, sentenceOf } from "#facts/lead";

const longTail = "The rest of the post says how much, and when, and what happens to the crumb if you do not. ".repeat(
  4,
);

describe("the lead of a summary", () => {
  test("is what follows a label at its start", () => {
    const summary = `TL;DR: Rye needs more water. ${longTail}...`;
    const lead = leadOf(summary);
    expect(lead).toMatchObject({ basis: "label", wordsBefore: 0, label: { name: "tl;dr", text: "TL;DR:" } });
    expect(lead?.body?.isComplete).toBe(false);
    expect(summary.slice(lead?.body?.start)).toMatch(/^Rye needs/);
  });

  test("is what follows a later label; the heading that ran in is no part of it", () => {
    const summary = `Bread is old. 1. Why Rye Is Different Answer-first: Rye needs more water. ${longTail}...`;
    const lead = leadOf(summary);
    expect(lead).toMatchObject({ basis: "label", wordsBefore: 8, heading: { text: "1. Why Rye Is Different" } });
    expect(lead?.body && sentenceOf(lead.body, 0)?.text).toBe("Rye needs more water.");
  });

  test("starts behind a question in title case that leaked into an excerpt", () => {
    const lead = leadOf(`Why Does Rye Need More Water? Rye has pentosans. ${longTail}...`);
    expect(lead).toMatchObject({ basis: "excerpt", heading: { text: "Why Does Rye Need More Water?" } });
    expect(lead?.body && sentenceOf(lead.body, 0)?.text).toBe("Rye has pentosans.");
  });

  test("is unknown behind a notice, and behind a heading without an end", () => {
    expect(leadOf(`Note: This needs a starter. ${longTail}...`)?.body).toBeUndefined();
    expect(leadOf(`1. Introduction: The Old Way of Rye For years we ${longTail}...`)?.body).toBeUndefined();
  });

  test("is all of a description, which no heading can leak into", () => {
    const lead = leadOf("Why Does Rye Need More Water? Pentosans bind ten times their weight.");
    expect(lead).toMatchObject({ basis: "description", body: { isComplete: true, start: 0 } });
    expect(lead?.heading).toBeUndefined();
  });

  test("is nothing where the summary is blank", () => {
    expect(leadOf(" \n ")).toBeNull();
  });
});

describe("the first sentence", () => {
  test("of an excerpt is known once another follows", () => {
    const lead = leadOf("Rye needs more water. The rest …");
    expect(lead === null ? undefined : firstSentence(lead)?.text).toBe("Rye needs more water.");
  });

  test("of an excerpt that is cut within it is unknown", () => {
    const lead = leadOf("Rye needs more water than you would …");
    expect(lead === null ? undefined : firstSentence(lead)).toBeUndefined();
  });
});
