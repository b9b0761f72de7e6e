import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { json } from "#reporters/json";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom } from "../support/reports.ts";

const schema: object = JSON.parse(
  readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const cases = Object.entries({ bakery, clean, crashed, empty, hostile, many });

describe("the JSON report", () => {
  test.each(cases)("of %s is valid by the published schema", (_, spec) => {
    const { output } = json(reportFrom(spec), contextFor(spec));
    expect(validate(JSON.parse(output)) ? [] : validate.errors).toEqual([]);
  });

  test.each(cases)("of %s is the report, whatever is escaped", (_, spec) => {
    expect(JSON.parse(json(reportFrom(spec), contextFor(spec)).output)).toEqual(reportFrom(spec));
  });

  test("has the run's time only where it is asked for", () => {
    const stats = { milliseconds: 412, cached: 2 };
    const timed: unknown = JSON.parse(json(reportFrom(bakery), contextFor(bakery, { stats })).output);
    expect(timed).toMatchObject({ stats });
    expect(validate(timed)).toBe(true);
    expect(json(reportFrom(bakery), contextFor(bakery)).output).not.toContain("milliseconds");
  });

  test("a report with a field too many or too few is not valid", () => {
    const { gate: _gate, ...rest } = reportFrom(clean);
    expect(validate(rest)).toBe(false);
    expect(validate({ ...reportFrom(clean), extra: 1 })).toBe(false);
    expect(validate({ ...reportFrom(clean), schemaVersion: "2.0" })).toBe(false);
  });
});
