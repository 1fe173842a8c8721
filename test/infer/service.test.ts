import { describe, expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { Bounds } from "../../generator/versions/versions.js";
import { serviceFacts, serviceName } from "../../generator/infer/service.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

test.each<[string, string, string]>([
  // title                                       why                               name
  ["Compute API", "the ordinary case", "compute"],
  ["Block Storage API V3 (CURRENT)", "two words, a version and a remark", "block-storage"],
  ["OpenStack Box API Reference", "words that every service has", "box"],
  ["Welcome to the Box API documentation", "a greeting", "box"],
  ["Box Service API", "the word service", "box"],
  ["OpenStack's Box API", "whose it is", "box"],
  ["Box API v2.0", "a version behind it", "box"],
  ["The v2 Box API", "a version before it", "box"],
  ["API", "no word of its own", "api"],
  ["", "no title", "api"],
  ["Kiste™", "a sign", "kiste"],
])("the service of %j (%s)", (title, _why, name) => {
  expect(serviceName(title)).toBe(name);
});

test("a very long title is read in linear time", () => {
  expect(serviceName("(".repeat(50_000))).toBe("api");
  expect(serviceName("a ".repeat(50_000)).length).toBe(99_999);
});

/** Facts of a service whose root document says `prose`, and whose docs name these bounds. */
function factsOf(prose: string, ...bounds: readonly Bounds[]) {
  const operation =
    "Show Box\n--------\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n";
  const tree = memoryTree({ "index.rst": `Box API\n=======\n\n${prose}\n\n${operation}` });
  return serviceFacts(readApiReference(tree).value, bounds);
}

describe("the word for the service in its header", () => {
  test.each<[string, string, string]>([
    // prose                                                     why                          service
    ["Send ``OpenStack-API-Version: crate 2.5``.", "as an example", "crate"],
    ["Send ``OpenStack-API-Version: crate latest``.", "the latest", "crate"],
    ["Send ``OpenStack-API-Version: crate [version]``.", "a placeholder", "crate"],
    ["Send ``OpenStack-API-Version: {service} 2.5``.", "a placeholder for the word itself", "box"],
    ["Send ``OpenStack-API-Version: Crate 2.5``.", "in small letters", "crate"],
    ["``OpenStack-API-Version: crate`` is sent.", "no version, no example", "box"],
    ["Versions are sent.", "nothing is said: the title", "box"],
  ])("%s (%s)", (prose, _why, service) => {
    expect(factsOf(prose).service).toBe(service);
  });
});

describe("the range of microversions", () => {
  test.each<[string, string, readonly Bounds[], string | undefined]>([
    // why                                 prose                            bounds                range
    ["no bound is named", "", [], undefined],
    ["one bound", "", [{ min: "2.7" }], "2.1..2.7"],
    ["the last by number, not by text", "", [{ min: "2.9" }, { min: "2.10" }], "2.1..2.10"],
    ["2.10 is not 2.1", "", [{ min: "2.10" }], "2.1..2.10"],
    ["an upper bound counts, too", "", [{ max: "2.35" }], "2.1..2.35"],
    ["the lowest is 2.0", "", [{ min: "2.0", max: "2.5" }], "2.0..2.5"],
    ["prose names the base 3.0", "The base is 3.0.", [{ min: "3.5" }], "3.0..3.5"],
    ["3.0.1 is not 3.0", "Release 3.0.1.", [{ min: "3.5" }], "3.1..3.5"],
    ["prose knows a later one", "As of microversion 2.96.", [{ min: "2.7" }], "2.1..2.96"],
    [
      "prose names a range",
      "All microversions from 2.1 to 2.96 are there.",
      [{ min: "2.7" }],
      "2.1..2.96",
    ],
    ["another major version is not meant", "See microversion 3.5.", [{ min: "2.7" }], "2.1..2.7"],
    ["what is no microversion", "", [{ min: "Rocky" }], undefined],
    ["of several major versions the highest", "", [{ min: "1.5" }, { min: "2.3" }], "2.1..2.3"],
  ])("%s", (_why, prose, bounds, range) => {
    const { microversions: found } = factsOf(prose, ...bounds);
    expect(found && `${found.minimum}..${found.maximum}`).toBe(range);
  });

  test("headers: the common one, and each older one that prose names, once", () => {
    const prose =
      "Old clients send ``X-OpenStack-Box-API-Version``.\n\n``X-OpenStack-Box-API-Version: 2.5``.";
    expect(factsOf(prose, { min: "2.5" }).microversions?.headers).toEqual([
      { name: "OpenStack-API-Version", value: "box {version}" },
      { name: "X-OpenStack-Box-API-Version", value: "{version}" },
    ]);
  });
});
