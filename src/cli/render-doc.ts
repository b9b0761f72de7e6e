import { createColors } from "picocolors";

/** A rule's doc for the terminal: without markers for the generator, with headings, code and emphasis in colour. */
export function renderDoc(markdown: string, { colour }: { readonly colour: boolean }): string {
  const paint = createColors(colour);
  let inCode = false;
  const lines = markdown.split("\n").flatMap((line) => {
    if (/^<!-- \/?generated -->$/.test(line)) return [];
    const fence = /^```(.*)$/.exec(line);
    if (fence !== null) {
      inCode = !inCode;
      return inCode ? [paint.dim(captionOf(fence[1] ?? ""))] : [];
    }
    if (inCode) return [`    ${paint.cyan(line)}`];
    if (/^#+ /.test(line)) return [paint.bold(line.replace(/^#+ /, ""))];
    return [inline(line, paint)];
  });
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** What the first line of a code block says, in words. */
function captionOf(info: string): string {
  const [form = "", role = ""] = info.split(" ");
  const captions: Readonly<Record<string, string>> = {
    valid: `${form}, nothing to report:`,
    invalid: `${form}, reported:`,
    report: "report:",
    options: "options:",
  };
  return captions[role] ?? "";
}

const inline = (line: string, paint: ReturnType<typeof createColors>) =>
  line
    .replace(/\*\*([^*]+)\*\*/g, (_match, text: string) => paint.bold(text))
    .replace(/`([^`]+)`/g, (_match, code: string) => paint.cyan(code))
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>");

/** A rule's doc as plain text: for viewers that show no Markdown. */
export const plainDoc = (markdown: string): string => renderDoc(markdown, { colour: false });
