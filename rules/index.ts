// Written by `npm run generate`.
import type { RuleSet } from "#rule-kit/settings";
import leadLate from "./lead/late.ts";
import leadMarker from "./lead/marker.ts";
import summaryCalloutLeak from "./summary/callout-leak.ts";
import summaryHeadingLeak from "./summary/heading-leak.ts";
import summaryLength from "./summary/length.ts";
import summaryTableLeak from "./summary/table-leak.ts";
import textDoubleSpace from "./text/double-space.ts";
import textEntities from "./text/entities.ts";
import textInvisible from "./text/invisible.ts";
import textLostEscape from "./text/lost-escape.ts";
import textMixedScript from "./text/mixed-script.ts";
import textMojibake from "./text/mojibake.ts";
import textNfc from "./text/nfc.ts";
import titleCase from "./title/case.ts";
import titleDuplicate from "./title/duplicate.ts";
import titleGeneric from "./title/generic.ts";
import titleNearDuplicate from "./title/near-duplicate.ts";
import titlePattern from "./title/pattern.ts";
import titleWidth from "./title/width.ts";
import titleYear from "./title/year.ts";

/** Every rule by its id, which is the path of its file. */
export const rules: RuleSet = {
  "lead/late": leadLate,
  "lead/marker": leadMarker,
  "summary/callout-leak": summaryCalloutLeak,
  "summary/heading-leak": summaryHeadingLeak,
  "summary/length": summaryLength,
  "summary/table-leak": summaryTableLeak,
  "text/double-space": textDoubleSpace,
  "text/entities": textEntities,
  "text/invisible": textInvisible,
  "text/lost-escape": textLostEscape,
  "text/mixed-script": textMixedScript,
  "text/mojibake": textMojibake,
  "text/nfc": textNfc,
  "title/case": titleCase,
  "title/duplicate": titleDuplicate,
  "title/generic": titleGeneric,
  "title/near-duplicate": titleNearDuplicate,
  "title/pattern": titlePattern,
  "title/width": titleWidth,
  "title/year": titleYear,
};
