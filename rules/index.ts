// Written by `npm run generate`.
import type { RuleSet } from "#rule-kit/settings";
import dateAmbiguous from "./date/ambiguous.ts";
import dateFuture from "./date/future.ts";
import dateInvalid from "./date/invalid.ts";
import dateMissing from "./date/missing.ts";
import dateModifiedBeforePublished from "./date/modified-before-published.ts";
import dateOffset from "./date/offset.ts";
import leadLate from "./lead/late.ts";
import leadMarker from "./lead/marker.ts";
import summaryCalloutLeak from "./summary/callout-leak.ts";
import summaryHeadingLeak from "./summary/heading-leak.ts";
import summaryLength from "./summary/length.ts";
import summaryTableLeak from "./summary/table-leak.ts";
import taxonomyNearDuplicate from "./taxonomy/near-duplicate.ts";
import taxonomyOverlap from "./taxonomy/overlap.ts";
import taxonomySingleton from "./taxonomy/singleton.ts";
import taxonomyTooMany from "./taxonomy/too-many.ts";
import taxonomyUnregistered from "./taxonomy/unregistered.ts";
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
  "date/ambiguous": dateAmbiguous,
  "date/future": dateFuture,
  "date/invalid": dateInvalid,
  "date/missing": dateMissing,
  "date/modified-before-published": dateModifiedBeforePublished,
  "date/offset": dateOffset,
  "lead/late": leadLate,
  "lead/marker": leadMarker,
  "summary/callout-leak": summaryCalloutLeak,
  "summary/heading-leak": summaryHeadingLeak,
  "summary/length": summaryLength,
  "summary/table-leak": summaryTableLeak,
  "taxonomy/near-duplicate": taxonomyNearDuplicate,
  "taxonomy/overlap": taxonomyOverlap,
  "taxonomy/singleton": taxonomySingleton,
  "taxonomy/too-many": taxonomyTooMany,
  "taxonomy/unregistered": taxonomyUnregistered,
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
