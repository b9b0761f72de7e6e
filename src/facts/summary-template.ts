import { defineFact } from "#rule-kit/define-fact";
import { digest } from "#text/digest";
import { templateOf } from "#text/skeleton";

/** What an entry's summary has beside the words of its title and numbers, as a digest; null for none and for short ones. */
export const summaryTemplate = defineFact<string | null>({
  id: "summary-template",
  version: 1,
  from: {
    entry: ({ title, summary }) => {
      const template = summary === undefined ? undefined : templateOf(summary.value, title?.value ?? "");
      return template === undefined ? null : digest(template);
    },
  },
});
