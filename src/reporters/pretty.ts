import { byKey } from "#text/groups";
import { inert } from "#text/printable";
import { activeFindings } from "./findings.ts";
import { linesOf } from "./place.ts";
import { framedFindings } from "./pretty-frame.ts";
import { listedFindings } from "./pretty-list.ts";
import { layoutOf, pathHeading, type Sheet } from "./pretty-sheet.ts";
import { styleOf } from "./pretty-style.ts";
import { errorBlock, summaryBlock } from "./pretty-summary.ts";
import { whole, type Reporter } from "./reporter.ts";

/** With more findings than this, a frame for each would bury the list. */
const mostFramed = 15;

/** The report for people at a terminal: by document, with the source of each finding while they are few. */
export const pretty: Reporter = (report, context) => {
  const active = activeFindings(report);
  const shown = context.quiet ? active.filter(({ severity }) => severity === "error") : active;
  const hasFrames = context.full || shown.length <= mostFramed;
  const sheet: Sheet = {
    report,
    context,
    style: styleOf(context),
    layout: layoutOf(shown, context),
    lines: linesOf(context),
    ordinals: new Map(),
  };
  const documents = [...byKey(shown, ({ path }) => path)].flatMap(([path, findings]) => [
    pathHeading(path, sheet),
    ...(hasFrames ? framedFindings(findings, sheet) : [...listedFindings(findings, sheet), ""]),
  ]);
  const lines = [
    ...documents,
    ...errorBlock(sheet),
    ...summaryBlock(sheet, { hidden: active.length - shown.length, hasFrames }),
  ];
  return whole(inert(lines.map((line) => `${line}\n`).join("")));
};
