export { extractFacts, factKey, planFacts, type DocumentFacts } from "./extract.ts";
export { joinCorpus } from "./join.ts";
export { judge } from "./judge.ts";
export { keepChanged, type ChangedFiles } from "./keep-changed.ts";
export { byPlace, settle, settleStale, type SettleContext, type Settlement, type SettleTools } from "./settle.ts";
export { reportOf } from "./report.ts";
