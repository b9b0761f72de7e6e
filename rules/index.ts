// Written by `npm run generate`.
// oxlint-disable max-lines -- two lines a rule
import type { RuleSet } from "#rule-kit/settings";
import authorMissing from "./author/missing.ts";
import authorOutlier from "./author/outlier.ts";
import baselineStale from "./baseline/stale.ts";
import contentMinWords from "./content/min-words.ts";
import contentPlaceholder from "./content/placeholder.ts";
import contentThinVsNorm from "./content/thin-vs-norm.ts";
import dateAmbiguous from "./date/ambiguous.ts";
import dateBurst from "./date/burst.ts";
import dateDrift from "./date/drift.ts";
import dateFilenameMismatch from "./date/filename-mismatch.ts";
import dateFilenameMissing from "./date/filename-missing.ts";
import dateFuture from "./date/future.ts";
import dateGitDrift from "./date/git-drift.ts";
import dateInvalid from "./date/invalid.ts";
import dateMissing from "./date/missing.ts";
import dateModifiedBeforePublished from "./date/modified-before-published.ts";
import dateOffset from "./date/offset.ts";
import dateQuoting from "./date/quoting.ts";
import dateStale from "./date/stale.ts";
import dateTimezone from "./date/timezone.ts";
import dateUrlMismatch from "./date/url-mismatch.ts";
import directiveMissingReason from "./directive/missing-reason.ts";
import directiveUnknownRule from "./directive/unknown-rule.ts";
import directiveUnscoped from "./directive/unscoped.ts";
import directiveUnused from "./directive/unused.ts";
import dupCannibalisation from "./dup/cannibalisation.ts";
import dupConclusion from "./dup/conclusion.ts";
import dupExactBody from "./dup/exact-body.ts";
import dupHeadingSkeleton from "./dup/heading-skeleton.ts";
import dupNearBody from "./dup/near-body.ts";
import dupOverlapWindow from "./dup/overlap-window.ts";
import dupSharedParagraph from "./dup/shared-paragraph.ts";
import dupSharedSentence from "./dup/shared-sentence.ts";
import dupTemplatedFaq from "./dup/templated-faq.ts";
import dupTemplatedParagraph from "./dup/templated-paragraph.ts";
import dupWithinDoc from "./dup/within-doc.ts";
import fenceUnclosed from "./fence/unclosed.ts";
import frontmatterDuplicateKey from "./frontmatter/duplicate-key.ts";
import frontmatterIneffectiveDraft from "./frontmatter/ineffective-draft.ts";
import frontmatterSchema from "./frontmatter/schema.ts";
import frontmatterUnknownKey from "./frontmatter/unknown-key.ts";
import headingAdjacent from "./heading/adjacent.ts";
import headingDuplicate from "./heading/duplicate.ts";
import headingEmpty from "./heading/empty.ts";
import headingFake from "./heading/fake.ts";
import headingGeneric from "./heading/generic.ts";
import headingH1InBody from "./heading/h1-in-body.ts";
import headingIncrement from "./heading/increment.ts";
import headingLength from "./heading/length.ts";
import headingLongSection from "./heading/long-section.ts";
import imageAltMissing from "./image/alt-missing.ts";
import imageAltQuality from "./image/alt-quality.ts";
import imageDuplicateHero from "./image/duplicate-hero.ts";
import imageMissingFile from "./image/missing-file.ts";
import imageWeight from "./image/weight.ts";
import indexDuplicateUrl from "./index/duplicate-url.ts";
import indexFieldDrift from "./index/field-drift.ts";
import indexMissingSource from "./index/missing-source.ts";
import indexOrder from "./index/order.ts";
import indexPlaceholder from "./index/placeholder.ts";
import indexRequiredFields from "./index/required-fields.ts";
import indexSlugFormat from "./index/slug-format.ts";
import indexSlugTitleDrift from "./index/slug-title-drift.ts";
import indexUnknownField from "./index/unknown-field.ts";
import langMismatch from "./lang/mismatch.ts";
import leadCopiesDescription from "./lead/copies-description.ts";
import leadCopiesTitle from "./lead/copies-title.ts";
import leadDanglingReference from "./lead/dangling-reference.ts";
import leadEmptyAnswer from "./lead/empty-answer.ts";
import leadLate from "./lead/late.ts";
import leadLength from "./lead/length.ts";
import leadMarker from "./lead/marker.ts";
import leadMetaSentence from "./lead/meta-sentence.ts";
import leadMissing from "./lead/missing.ts";
import leadOffTopic from "./lead/off-topic.ts";
import leadPosition from "./lead/position.ts";
import leadQuestion from "./lead/question.ts";
import leadQuestionHeadingAnswer from "./lead/question-heading-answer.ts";
import leadRepeated from "./lead/repeated.ts";
import leadTemplated from "./lead/templated.ts";
import leadThroatClearing from "./lead/throat-clearing.ts";
import leadUnsupportedNumber from "./lead/unsupported-number.ts";
import linkAbsoluteSelf from "./link/absolute-self.ts";
import linkBareUrl from "./link/bare-url.ts";
import linkBrokenFragment from "./link/broken-fragment.ts";
import linkBrokenInternal from "./link/broken-internal.ts";
import linkDeadEnd from "./link/dead-end.ts";
import linkDraftTarget from "./link/draft-target.ts";
import linkEmpty from "./link/empty.ts";
import linkExternalHttp from "./link/external-http.ts";
import linkForm from "./link/form.ts";
import linkGenericText from "./link/generic-text.ts";
import linkOneWaySeries from "./link/one-way-series.ts";
import linkOrphan from "./link/orphan.ts";
import linkRedirectedInternal from "./link/redirected-internal.ts";
import linkReversed from "./link/reversed.ts";
import linkSelf from "./link/self.ts";
import linkStagingOrigin from "./link/staging-origin.ts";
import linkSuggestInternal from "./link/suggest-internal.ts";
import linkTextMismatch from "./link/text-mismatch.ts";
import linkTrackingParams from "./link/tracking-params.ts";
import linkUndefinedReference from "./link/undefined-reference.ts";
import linkWeakInbound from "./link/weak-inbound.ts";
import mermaidSyntax from "./mermaid/syntax.ts";
import parseEmpty from "./parse/empty.ts";
import parseEncoding from "./parse/encoding.ts";
import parseEntry from "./parse/entry.ts";
import parseFrontMatter from "./parse/front-matter.ts";
import parseHtml from "./parse/html.ts";
import parseJson from "./parse/json.ts";
import parseLimit from "./parse/limit.ts";
import parseMdx from "./parse/mdx.ts";
import parseSchema from "./parse/schema.ts";
import parseXml from "./parse/xml.ts";
import proseConsecutiveOpenings from "./prose/consecutive-openings.ts";
import proseInclusive from "./prose/inclusive.ts";
import proseKeywordStuffing from "./prose/keyword-stuffing.ts";
import proseParagraphLength from "./prose/paragraph-length.ts";
import prosePassive from "./prose/passive.ts";
import proseReadability from "./prose/readability.ts";
import proseRepeatedWord from "./prose/repeated-word.ts";
import proseSentenceLength from "./prose/sentence-length.ts";
import proseUnbalancedFormatting from "./prose/unbalanced-formatting.ts";
import proseUncitedNumber from "./prose/uncited-number.ts";
import proseWeasel from "./prose/weasel.ts";
import readingCjkMiscount from "./reading/cjk-miscount.ts";
import readingDrift from "./reading/drift.ts";
import readingImplausible from "./reading/implausible.ts";
import readingMissing from "./reading/missing.ts";
import readingModelDrift from "./reading/model-drift.ts";
import readingStale from "./reading/stale.ts";
import redirectChain from "./redirect/chain.ts";
import redirectDuplicateSource from "./redirect/duplicate-source.ts";
import redirectLoop from "./redirect/loop.ts";
import redirectSelf from "./redirect/self.ts";
import redirectShadowsPage from "./redirect/shadows-page.ts";
import redirectStatus from "./redirect/status.ts";
import redirectTargetMissing from "./redirect/target-missing.ts";
import shortcodeUnbalanced from "./shortcode/unbalanced.ts";
import slopAssistantResidue from "./slop/assistant-residue.ts";
import slopClosingCliche from "./slop/closing-cliche.ts";
import slopContrastFormula from "./slop/contrast-formula.ts";
import slopCorpusTic from "./slop/corpus-tic.ts";
import slopDensity from "./slop/density.ts";
import slopEmDash from "./slop/em-dash.ts";
import slopOpeningCliche from "./slop/opening-cliche.ts";
import slopUniformRhythm from "./slop/uniform-rhythm.ts";
import structureTocDrift from "./structure/toc-drift.ts";
import summaryBoilerplateOpening from "./summary/boilerplate-opening.ts";
import summaryCalloutLeak from "./summary/callout-leak.ts";
import summaryCopiesBody from "./summary/copies-body.ts";
import summaryCopiesTitle from "./summary/copies-title.ts";
import summaryDuplicate from "./summary/duplicate.ts";
import summaryHeadingLeak from "./summary/heading-leak.ts";
import summaryLength from "./summary/length.ts";
import summaryMissing from "./summary/missing.ts";
import summaryNearDuplicate from "./summary/near-duplicate.ts";
import summaryNoTitleTerms from "./summary/no-title-terms.ts";
import summaryPixelWidth from "./summary/pixel-width.ts";
import summarySentence from "./summary/sentence.ts";
import summaryTableLeak from "./summary/table-leak.ts";
import summaryTruncated from "./summary/truncated.ts";
import taxonomyListInText from "./taxonomy/list-in-text.ts";
import taxonomyNearDuplicate from "./taxonomy/near-duplicate.ts";
import taxonomyOverlap from "./taxonomy/overlap.ts";
import taxonomySingleton from "./taxonomy/singleton.ts";
import taxonomyThinArchive from "./taxonomy/thin-archive.ts";
import taxonomyTooMany from "./taxonomy/too-many.ts";
import taxonomyUnregistered from "./taxonomy/unregistered.ts";
import textBom from "./text/bom.ts";
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
  "author/missing": authorMissing,
  "author/outlier": authorOutlier,
  "baseline/stale": baselineStale,
  "content/min-words": contentMinWords,
  "content/placeholder": contentPlaceholder,
  "content/thin-vs-norm": contentThinVsNorm,
  "date/ambiguous": dateAmbiguous,
  "date/burst": dateBurst,
  "date/drift": dateDrift,
  "date/filename-mismatch": dateFilenameMismatch,
  "date/filename-missing": dateFilenameMissing,
  "date/future": dateFuture,
  "date/git-drift": dateGitDrift,
  "date/invalid": dateInvalid,
  "date/missing": dateMissing,
  "date/modified-before-published": dateModifiedBeforePublished,
  "date/offset": dateOffset,
  "date/quoting": dateQuoting,
  "date/stale": dateStale,
  "date/timezone": dateTimezone,
  "date/url-mismatch": dateUrlMismatch,
  "directive/missing-reason": directiveMissingReason,
  "directive/unknown-rule": directiveUnknownRule,
  "directive/unscoped": directiveUnscoped,
  "directive/unused": directiveUnused,
  "dup/cannibalisation": dupCannibalisation,
  "dup/conclusion": dupConclusion,
  "dup/exact-body": dupExactBody,
  "dup/heading-skeleton": dupHeadingSkeleton,
  "dup/near-body": dupNearBody,
  "dup/overlap-window": dupOverlapWindow,
  "dup/shared-paragraph": dupSharedParagraph,
  "dup/shared-sentence": dupSharedSentence,
  "dup/templated-faq": dupTemplatedFaq,
  "dup/templated-paragraph": dupTemplatedParagraph,
  "dup/within-doc": dupWithinDoc,
  "fence/unclosed": fenceUnclosed,
  "frontmatter/duplicate-key": frontmatterDuplicateKey,
  "frontmatter/ineffective-draft": frontmatterIneffectiveDraft,
  "frontmatter/schema": frontmatterSchema,
  "frontmatter/unknown-key": frontmatterUnknownKey,
  "heading/adjacent": headingAdjacent,
  "heading/duplicate": headingDuplicate,
  "heading/empty": headingEmpty,
  "heading/fake": headingFake,
  "heading/generic": headingGeneric,
  "heading/h1-in-body": headingH1InBody,
  "heading/increment": headingIncrement,
  "heading/length": headingLength,
  "heading/long-section": headingLongSection,
  "image/alt-missing": imageAltMissing,
  "image/alt-quality": imageAltQuality,
  "image/duplicate-hero": imageDuplicateHero,
  "image/missing-file": imageMissingFile,
  "image/weight": imageWeight,
  "index/duplicate-url": indexDuplicateUrl,
  "index/field-drift": indexFieldDrift,
  "index/missing-source": indexMissingSource,
  "index/order": indexOrder,
  "index/placeholder": indexPlaceholder,
  "index/required-fields": indexRequiredFields,
  "index/slug-format": indexSlugFormat,
  "index/slug-title-drift": indexSlugTitleDrift,
  "index/unknown-field": indexUnknownField,
  "lang/mismatch": langMismatch,
  "lead/copies-description": leadCopiesDescription,
  "lead/copies-title": leadCopiesTitle,
  "lead/dangling-reference": leadDanglingReference,
  "lead/empty-answer": leadEmptyAnswer,
  "lead/late": leadLate,
  "lead/length": leadLength,
  "lead/marker": leadMarker,
  "lead/meta-sentence": leadMetaSentence,
  "lead/missing": leadMissing,
  "lead/off-topic": leadOffTopic,
  "lead/position": leadPosition,
  "lead/question": leadQuestion,
  "lead/question-heading-answer": leadQuestionHeadingAnswer,
  "lead/repeated": leadRepeated,
  "lead/templated": leadTemplated,
  "lead/throat-clearing": leadThroatClearing,
  "lead/unsupported-number": leadUnsupportedNumber,
  "link/absolute-self": linkAbsoluteSelf,
  "link/bare-url": linkBareUrl,
  "link/broken-fragment": linkBrokenFragment,
  "link/broken-internal": linkBrokenInternal,
  "link/dead-end": linkDeadEnd,
  "link/draft-target": linkDraftTarget,
  "link/empty": linkEmpty,
  "link/external-http": linkExternalHttp,
  "link/form": linkForm,
  "link/generic-text": linkGenericText,
  "link/one-way-series": linkOneWaySeries,
  "link/orphan": linkOrphan,
  "link/redirected-internal": linkRedirectedInternal,
  "link/reversed": linkReversed,
  "link/self": linkSelf,
  "link/staging-origin": linkStagingOrigin,
  "link/suggest-internal": linkSuggestInternal,
  "link/text-mismatch": linkTextMismatch,
  "link/tracking-params": linkTrackingParams,
  "link/undefined-reference": linkUndefinedReference,
  "link/weak-inbound": linkWeakInbound,
  "mermaid/syntax": mermaidSyntax,
  "parse/empty": parseEmpty,
  "parse/encoding": parseEncoding,
  "parse/entry": parseEntry,
  "parse/front-matter": parseFrontMatter,
  "parse/html": parseHtml,
  "parse/json": parseJson,
  "parse/limit": parseLimit,
  "parse/mdx": parseMdx,
  "parse/schema": parseSchema,
  "parse/xml": parseXml,
  "prose/consecutive-openings": proseConsecutiveOpenings,
  "prose/inclusive": proseInclusive,
  "prose/keyword-stuffing": proseKeywordStuffing,
  "prose/paragraph-length": proseParagraphLength,
  "prose/passive": prosePassive,
  "prose/readability": proseReadability,
  "prose/repeated-word": proseRepeatedWord,
  "prose/sentence-length": proseSentenceLength,
  "prose/unbalanced-formatting": proseUnbalancedFormatting,
  "prose/uncited-number": proseUncitedNumber,
  "prose/weasel": proseWeasel,
  "reading/cjk-miscount": readingCjkMiscount,
  "reading/drift": readingDrift,
  "reading/implausible": readingImplausible,
  "reading/missing": readingMissing,
  "reading/model-drift": readingModelDrift,
  "reading/stale": readingStale,
  "redirect/chain": redirectChain,
  "redirect/duplicate-source": redirectDuplicateSource,
  "redirect/loop": redirectLoop,
  "redirect/self": redirectSelf,
  "redirect/shadows-page": redirectShadowsPage,
  "redirect/status": redirectStatus,
  "redirect/target-missing": redirectTargetMissing,
  "shortcode/unbalanced": shortcodeUnbalanced,
  "slop/assistant-residue": slopAssistantResidue,
  "slop/closing-cliche": slopClosingCliche,
  "slop/contrast-formula": slopContrastFormula,
  "slop/corpus-tic": slopCorpusTic,
  "slop/density": slopDensity,
  "slop/em-dash": slopEmDash,
  "slop/opening-cliche": slopOpeningCliche,
  "slop/uniform-rhythm": slopUniformRhythm,
  "structure/toc-drift": structureTocDrift,
  "summary/boilerplate-opening": summaryBoilerplateOpening,
  "summary/callout-leak": summaryCalloutLeak,
  "summary/copies-body": summaryCopiesBody,
  "summary/copies-title": summaryCopiesTitle,
  "summary/duplicate": summaryDuplicate,
  "summary/heading-leak": summaryHeadingLeak,
  "summary/length": summaryLength,
  "summary/missing": summaryMissing,
  "summary/near-duplicate": summaryNearDuplicate,
  "summary/no-title-terms": summaryNoTitleTerms,
  "summary/pixel-width": summaryPixelWidth,
  "summary/sentence": summarySentence,
  "summary/table-leak": summaryTableLeak,
  "summary/truncated": summaryTruncated,
  "taxonomy/list-in-text": taxonomyListInText,
  "taxonomy/near-duplicate": taxonomyNearDuplicate,
  "taxonomy/overlap": taxonomyOverlap,
  "taxonomy/singleton": taxonomySingleton,
  "taxonomy/thin-archive": taxonomyThinArchive,
  "taxonomy/too-many": taxonomyTooMany,
  "taxonomy/unregistered": taxonomyUnregistered,
  "text/bom": textBom,
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
