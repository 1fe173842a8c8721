import { expect, test } from "vitest";
import { understand } from "../../generator/pipeline/generate.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

/** A title, a method and a path, and the sample of the answer. */
type Written = readonly [title: string, stanza: string, sample: unknown];

/** What is said of the answers of a chapter, as `title: message`. */
function said(operations: readonly Written[]): readonly string[] {
  const text = operations.map(
    ([title, stanza], at) =>
      `${title}\n${"=".repeat(title.length)}\n\n.. rest_method:: ${stanza}\n\nNormal response codes: 200\n\n**Example ${title}: JSON response**\n\n.. literalinclude:: ${at}.json\n   :language: json\n\n`,
  );
  const files = {
    "boxes.inc": text.join(""),
    "parameters.yaml": "",
    ...Object.fromEntries(
      operations.map(([, , sample], at) => [`${at}.json`, JSON.stringify(sample)]),
    ),
  };
  return understand(memoryTree(files), {}).diagnostics.flatMap(({ code, operation, message }) =>
    code === "answer-apart-from-resource" ? [`${operation}: ${message}`] : [],
  );
}

const show: Written = [
  "Show box",
  "GET /boxes/{box_id}",
  { box: { id: "a", weight: 3, lid: { colour: "red", size: 2 } } },
];
const begins = 'the answer has a type of its own, not that of what "Show box" gives: ';

test.each<readonly [why: string, operations: readonly Written[], found: readonly string[]]>([
  ["answers of one type", [show, ["Open box", "POST /boxes/{box_id}/open", show[2]]], []],
  [
    "an answer that picks from it",
    [show, ["List boxes", "GET /boxes", { boxes: [{ id: "a", weight: 3 }] }]],
    [],
  ],
  [
    "another thing of the same name",
    [show, ["Pack", "POST /trucks/{truck_id}/pack", { box: { url: "https://a", token: "b" } }]],
    [`Pack: ${begins}they have no member in common`],
  ],
  [
    "little in common",
    [show, ["Pack", "POST /trucks/{truck_id}/pack", { box: { id: "a", token: "b", seal: "c" } }]],
    [`Pack: ${begins}of its 3 members only "id" is there as well`],
  ],
  [
    "said once of all that give the type",
    [
      show,
      ["Pack", "POST /trucks/{truck_id}/pack", { box: { token: "b", seal: "c" } }],
      ["Unpack", "POST /trucks/{truck_id}/unpack", { box: { token: "b", seal: "c" } }],
    ],
    [`Pack: ${begins}they have no member in common; the same holds of "Unpack"`],
  ],
  [
    "a member that is an object of others",
    [
      show,
      ["Pack", "POST /trucks/{truck_id}/pack", { box: { lid: { lock: "b", key: "c" }, id: "a" } }],
    ],
    [
      `Pack: ${begins}"lid" is an object of "key" and "lock" here and an object of "colour" and "size" there`,
    ],
  ],
  [
    "what is found to contradict it is not said twice",
    [show, ["Update box", "PUT /boxes/{box_id}", { box: { url: "https://a", token: "b" } }]],
    [],
  ],
  [
    "one wrapper more is no answer of its own",
    [
      ["List lids", "GET /lids", { lids: [{ lid: { id: "a", size: 1 } }] }],
      ["Show lid", "GET /lids/{lid_id}", { lid: { id: "a", size: 1 } }],
    ],
    [],
  ],
  [
    "what stands beside others is no resource that is given",
    [
      show,
      ["Show shelf", "GET /shelf", { box: { token: "b", seal: "c" }, tag: { text: "d", size: 3 } }],
    ],
    [],
  ],
])("%s", (_why, operations, found) => {
  expect(said(operations)).toEqual(found);
});
