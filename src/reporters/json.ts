import { toJson } from "./json-text.ts";
import { whole, type Reporter } from "./reporter.ts";

/** The report itself, by `schemas/report.schema.json`; with the run's statistics where they are asked for. */
export const json: Reporter = (report, { stats }) => whole(toJson(stats === undefined ? report : { ...report, stats }));
