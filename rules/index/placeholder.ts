import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { findPlaceholder } from "#text/placeholders";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

const inWords = { title: "Title", summary: "Summary", author: "Author" } as const;

export default defineRule({
  on: "entry",
  summary: "Replace placeholders before a post is published.",
  severity: "error",
  presets: ["recommended", "strict"],
  messages: {
    placeholder: "{field} has the placeholder “{found}”; write what belongs there.",
  },

  *check(entry) {
    if (entry.draft?.value === true) return;
    for (const name of ["title", "summary", "author"] as const) {
      const field = entry[name];
      const found = field === undefined ? undefined : findPlaceholder(field.value);
      if (field === undefined || found === undefined) continue;
      // A post about lorem ipsum says so in its title, one about TODO comments in its summary.
      const others = [entry.title, entry.summary].filter((other) => other !== field);
      if (others.some((other) => isAbout(other?.value ?? "", found.text))) continue;
      const at = partPlace(entry, name, field, found.start, found.end);
      yield { message: "placeholder", data: { field: inWords[name], found: excerpt(found.text) }, at, key: name };
    }
  },
});

/** Whether a text names a placeholder and is none itself. */
const isAbout = (text: string, placeholder: string) =>
  fold(text).includes(fold(placeholder).slice(0, "lorem ipsum".length).replace(/:$/, "")) &&
  findPlaceholder(text) === undefined;
