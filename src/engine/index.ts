export { extractFacts, factKey, planFacts, type DocumentFacts } from "./extract.ts";
export { joinCorpus } from "./join.ts";
export { judge, type Judgement } from "./judge.ts";
export { settle, type SettleTools } from "./settle.ts";
export { reportOf, type RunFacts } from "./report.ts";
