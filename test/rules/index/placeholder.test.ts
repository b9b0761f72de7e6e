import { describe, expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "index/placeholder";
const count = async (post: Readonly<Record<string, unknown>>) =>
  (await findingsIn(rule, [{ title: "Rye", url: "/rye/", ...post }])).length;

describe("is a placeholder", () => {
  test.each([
    { title: "TODO" },
    { title: "undefined" },
    { title: "null — Rye and Salt" },
    { title: "[Your Title Here]" },
    { title: "{{ post.data.title | escape }}" },
    { title: "<%= title %> | Rye and Salt" },
    { summary: "Add a description." },
    { summary: "${description}" },
    { summary: "Our shop sells lorem ipsum dolor sit amet." },
    { author: "by {{ author }}" },
    { author: "Your Name" },
  ])("%o", async (post) => {
    expect(await count(post)).toBe(1);
  });

  test("in title and summary alike", async () => {
    expect(await count({ title: "undefined", summary: "undefined" })).toBe(2);
  });
});

describe("is none", () => {
  test.each([
    { title: "Undefined behaviour in C" },
    { title: "Null" },
    { title: "A todo list for bakers" },
    { title: "Using {{ .Title }} in a theme" },
    { title: "What ${name} does in a shell" },
    { title: "string | undefined" },
    { title: "Where “lorem ipsum dolor” comes from" },
    { title: "Lorem ipsum", summary: "How lorem ipsum dolor sit amet came from Cicero to the printers." },
    { title: "undefined", summary: "Why a variable is undefined and not null." },
    { summary: "The TODO comments of a bakery's software." },
  ])("%o", async (post) => {
    expect(await count(post)).toBe(0);
  });
});
