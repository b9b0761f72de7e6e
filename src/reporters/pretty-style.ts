import pc from "picocolors";
import type { Severity } from "#model/severity";
import type { ReportContext } from "./reporter.ts";

type Paint = (text: string) => string;

/** How the terminal shows each part of a report. */
export interface Style {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly path: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
  readonly success: Paint;
  /** Makes a text a link where the terminal has links and there is an address. */
  link(text: string, url: string | undefined): string;
}

/** Colours and links as the context allows them. */
export function styleOf({ colour, hyperlinks }: ReportContext): Style {
  const colours = pc.createColors(colour);
  return {
    severity: { error: colours.red, warn: colours.yellow, info: colours.cyan },
    path: (text) => colours.bold(colours.underline(text)),
    faint: colours.dim,
    strong: colours.bold,
    success: colours.green,
    link: (text, url) =>
      // An address from elsewhere must not be able to end the sequence: only what URLs are made of goes in.
      hyperlinks && url !== undefined && /^[!-~]+$/.test(url)
        ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`
        : text,
  };
}
