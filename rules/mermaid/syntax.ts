import { diagramFlaws } from "#facts/diagram-flaws";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Write diagrams that Mermaid can draw.",
  severity: "warn",
  presets: [],
  sources: [
    {
      title: "Mermaid: syntax and configuration",
      url: "https://mermaid.js.org/intro/syntax-reference.html",
      read: "2026-11-23",
    },
  ],
  messages: {
    label:
      "Mermaid stops at “{found}”, and readers see an error in place of the diagram; put a label with such signs in quotes.",
    token: "Mermaid stops at “{found}”, and readers see an error in place of the diagram.",
    line: "Mermaid can't read this line, and readers see an error in place of the diagram.",
    type: "Mermaid knows no diagram called “{found}”, and readers see an error in its place.",
    refused: "Readers see an error in place of the diagram; Mermaid says “{reason}”.",
    empty: "The diagram is empty, and readers see an error in its place.",
  },
  facts: { diagramFlaws },

  *check(entry, _options, { diagramFlaws: flawed }) {
    for (const { flaw, span } of flawed ?? []) {
      const at = bodyPlace(entry, span);
      switch (flaw.kind) {
        case "syntax": {
          const found = excerpt(flaw.found);
          const message = found === "" ? "line" : /^[()[\]{}|<>]/.test(found) ? "label" : "token";
          yield { message, data: { found }, at, key: found };
          break;
        }
        case "type":
          yield { message: "type", data: { found: excerpt(flaw.found) }, at, key: flaw.found };
          break;
        case "refused":
          yield { message: "refused", data: { reason: excerpt(flaw.reason, 30) }, at, key: flaw.reason };
          break;
        case "empty":
          yield { message: "empty", data: {}, at, key: "empty" };
      }
    }
  },
});
