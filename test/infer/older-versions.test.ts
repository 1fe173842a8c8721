import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { infer } from "../../generator/infer/infer.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** The name of each operation, `TITLE | CALL`, of some files; `!` behind those that are older. */
function namesOf(files: Readonly<Record<string, readonly string[]>>) {
  const texts = Object.entries(files).map(([file, operations]) => [
    file,
    operations
      .map((each) => {
        const [title = "", call = ""] = each.split(" | ");
        const line = "-".repeat(title.length);
        return `${title}\n${line}\n\n.. rest_method:: ${call}\n\nNormal response codes: 200\n\n`;
      })
      .join(""),
  ]);
  const index = Object.keys(files).map((file) => `.. include:: ${file}\n`);
  const tree = memoryTree({ "index.rst": index.join("\n"), ...Object.fromEntries(texts) });
  const { value } = infer(readApiReference(tree).value);
  return [...value.operations.values()].map(
    ({ operationId, older }) => `${operationId}${older === undefined ? "" : "!"}`,
  );
}

describe("operations of an older version of the API", () => {
  test.each<[string, Readonly<Record<string, readonly string[]>>, readonly string[]]>([
    // why                                        files                                  names
    [
      "leave the plain name to the current one, whichever comes first",
      { "a.inc": ["List Boxes | GET /v2/boxes"], "b.inc": ["List Boxes | GET /v3/boxes"] },
      ["listBoxesV2!", "listBoxes"],
    ],
    [
      "carry the version, whether the plain name is taken or not",
      { "a.inc": ["List boxes | GET /v2/boxes", "List all boxes | GET /v3/boxes"] },
      ["listBoxesV2!", "listAllBoxes"],
    ],
    [
      "are those whose places the newer one has, with or without the project in front",
      { "a.inc": ["Get | GET /v2/{tenant_id}/boxes/{id}", "Show | GET /v3/boxes/{box_id}"] },
      ["getV2!", "show"],
    ],
    [
      "are all of the version, when half of them are in the newer one",
      {
        "a.inc": ["Show Box | GET /v1/box", "Open Box | POST /v1/open", "Show Box | GET /v2/boxes"],
      },
      ["showBoxV1!", "openBoxV1!", "showBox"],
    ],
    [
      "are those that the docs deprecate, beside a newer version",
      { "a.inc": ["Show Box (DEPRECATED) | GET /v1/box", "Show Crate | GET /v2/crates"] },
      ["showBoxV1!", "showCrate"],
    ],
    [
      "have the version once",
      { "a.inc": ["Show API v2 | GET /v2", "Show API v3 | GET /v3"] },
      ["showApiV2!", "showApiV3"].map((name) => name.replace("Api", "API")),
    ],
    [
      "are told by folders where URLs do not",
      { "v1/a.inc": ["Show Box | GET /boxes/{id}"], "v2/a.inc": ["Show Box | GET /boxes/{id}"] },
      ["showBoxV1!", "showBox"],
    ],
    [
      "may be several versions, minor ones too",
      {
        "a.inc": ["Get | GET /v1/boxes", "Get | GET /v1.1/boxes", "Get | GET /v2.0/boxes"],
      },
      ["getV1!", "getV11!", "get"],
    ],
  ])("%s", (_why, files, names) => {
    expect(namesOf(files).toSorted()).toEqual([...names].sort());
  });

  test.each<[string, readonly string[]]>([
    ["an extension that counts for itself", ["List A | GET /v1.0/a", "List B | GET /v2.0/b"]],
    ["2 and 2.0 are one version", ["Show Box | GET /v2/box", "Show Lid | GET /v2.0/lid"]],
    ["no version at all", ["Show Box | GET /box", "Show Box | GET /v2/box"]],
  ])("is none: %s", (_why, operations) => {
    expect(namesOf({ "a.inc": operations }).filter((name) => name.endsWith("!"))).toEqual([]);
  });
});
