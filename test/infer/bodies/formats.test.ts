import { describe, expect, test } from "vitest";
import type { BodyContext } from "../../../generator/infer/bodies/body-context.js";
import { enumerationFor, formatFor } from "../../../generator/infer/bodies/formats.js";
import { rules } from "../../../generator/infer/rules.js";
import { mergeAll, shapeOf } from "../../../generator/infer/shape/shape.js";
import { referenceKey } from "../../../generator/infer/siblings/body.js";
import type { Note } from "../../../generator/infer/votes/decision.js";
import { rowsOf, type WrittenEntry } from "../docs.js";

interface Case {
  readonly entry?: WrittenEntry;
  readonly name?: string;
  readonly path?: string;
  /** The texts that the body's own samples show. */
  readonly shown?: readonly string[];
  /** The formats that all texts of the same entry have elsewhere. */
  readonly elsewhere?: readonly string[];
  /** Names of which some sample elsewhere is no UUID. */
  readonly byChance?: readonly string[];
}

const uuid = "6e7e155f-4ec1-4380-94a1-0445d9f1e9ed";
const moment = "2026-01-24T17:08:00Z";

function decide({ entry = "string", name = "shelf", ...given }: Case, noted?: Note): string {
  const rows = rowsOf({ [name]: entry });
  const formats = given.elsewhere;
  // All else that a body goes by is of no matter here.
  const context = {
    noted,
    knowledge: {
      rules,
      byReference: new Map(formats && rows.map((row) => [referenceKey(row), { formats }])),
      texts: {
        isChance: (one: string, format: string) =>
          format === "uuid" && given.byChance?.includes(one) === true,
      },
      families: new Set(),
    },
  } as unknown as BodyContext;
  const shape = mergeAll((given.shown ?? []).map((text) => shapeOf(text)));
  return formatFor(shape, rows, name, "", given.path ?? name, context) ?? "none";
}

describe("the format of a text", () => {
  test.each<[why: string, given: Case, expected: string]>([
    ["nothing tells", {}, "none"],
    ["its type", { entry: "uuid" }, "uuid"],
    ["a type that samples agree with", { entry: "uuid", shown: [uuid] }, "uuid"],
    ["a type that a sample contradicts", { entry: "uuid", shown: [uuid, "top"] }, "none"],
    ["a type that the entry contradicts elsewhere", { entry: "uuid", elsewhere: [] }, "none"],
    ["a type that the entry agrees with elsewhere", { entry: "uuid", elsewhere: ["uuid"] }, "uuid"],
    ["a type before another format of samples", { entry: "uuid", shown: [moment] }, "none"],
    ["all samples have it", { shown: [uuid, uuid.replace("6", "7")] }, "uuid"],
    ["all samples are moments", { shown: [moment] }, "date-time"],
    ["one sample has none", { shown: [uuid, "top"] }, "none"],
    ["the entry has it elsewhere, too", { shown: [uuid], elsewhere: ["uuid"] }, "uuid"],
    ["the entry has none elsewhere", { shown: [uuid], elsewhere: [] }, "none"],
    ["the entry has it elsewhere, and no sample here", { elsewhere: ["uuid"] }, "uuid"],
    ["a UUID by chance", { shown: [uuid], byChance: ["shelf"] }, "none"],
    ["another name is one by chance", { shown: [uuid], byChance: ["lid"] }, "uuid"],
    ["a moment is none by chance", { shown: [moment], byChance: ["shelf"] }, "date-time"],
    ["a name that all have", { name: "id", shown: [uuid], byChance: ["id"] }, "uuid"],
    ["one that ends so", { name: "lid", shown: [uuid], byChance: ["lid"] }, "none"],
    ["one that begins so", { name: "ids", shown: [uuid], byChance: ["ids"] }, "none"],
    [
      "what a list of them holds",
      { name: "hosts_not_run", path: "hosts_not_run[]", shown: [uuid], byChance: ["host"] },
      "none",
    ],
    ["what is no list", { name: "hosts_not_run", shown: [uuid], byChance: ["host"] }, "uuid"],
    [
      "a list named for one",
      { name: "host_runs", path: "host_runs[]", shown: [uuid], byChance: ["host"] },
      "uuid",
    ],
    [
      "a list by its own name",
      { name: "host_runs", path: "host_runs[]", shown: [uuid], byChance: ["host_runs"] },
      "none",
    ],
  ])("%s", (_why, given, expected) => {
    expect(decide(given)).toBe(expected);
  });

  test("who asks is told what decided it, where something did", () => {
    const told: unknown[] = [];
    const note: Note = ({ question, path, answer, reasons }) =>
      void told.push([question, path, answer, reasons]);
    decide({}, note);
    decide({ shown: [uuid] }, note);
    decide({ shown: [uuid], byChance: ["shelf"] }, note);
    expect(told).toEqual([
      ["format", "shelf", "uuid", [{ rule: "all samples have it" }]],
      ["format", "shelf", "none", [{ rule: "a UUID by chance" }]],
    ]);
  });
});

describe("the values of a member", () => {
  const listed = (path: string, values: readonly string[], noted?: Note, says = "") => {
    const rows = rowsOf({ state: { says } });
    const table = { caption: ["box", "state"], values, inFull: false };
    const context = {
      side: "request",
      resource: "boxes",
      tables: [table],
      noted,
      knowledge: { rules },
    } as unknown as BodyContext;
    return enumerationFor(mergeAll([]), rows, says, ["string"], path, context)?.values;
  };

  test("prose lists them", () => {
    expect(listed("state", [], undefined, "One of `SHUT`, `Open`.")).toEqual(["SHUT", "Open"]);
    expect(listed("state", [], undefined, "Whether it is open.")).toBeUndefined();
  });

  test("a table lists them", () => {
    expect(listed("state", ["SHUT", "Open"])).toEqual(["SHUT", "Open"]);
    expect(listed("boxes[].state", ["SHUT", "Open"])).toEqual(["SHUT", "Open"]);
    expect(listed("lids[].state", ["SHUT", "Open"])).toBeUndefined();
    expect(listed("kind", ["SHUT", "Open"])).toBeUndefined();
  });

  test("who asks is told which", () => {
    const told: unknown[] = [];
    listed(
      "state",
      [],
      ({ question, path, answer }) => void told.push([question, path, answer]),
      "One of `SHUT`, `Open`.",
    );
    listed("state", [], (note) => void told.push(note));
    expect(told).toEqual([["enumeration", "state", "only SHUT, Open"]]);
  });
});
