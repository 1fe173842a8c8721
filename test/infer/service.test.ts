import { describe, expect, test } from "vitest";
import { decideSides } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import type { Bounds } from "../../generator/versions/versions.js";
import {
  serviceFacts,
  serviceName,
  type ServiceSettings,
} from "../../generator/infer/service/service.js";
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
  return factsOfTree("Box API", prose, bounds);
}

function factsOfTree(
  title: string,
  prose: string,
  bounds: readonly Bounds[] = [{ min: "2.5" }],
  settings: ServiceSettings = {},
) {
  const operation =
    "Show Box\n--------\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n";
  const line = "=".repeat(title.length);
  const tree = memoryTree({ "index.rst": `${title}\n${line}\n\n${prose}\n\n${operation}` });
  return serviceFacts(decideSides(readApiReference(tree).value, rules), bounds, settings);
}

describe("the word for the service in its header", () => {
  test.each<[string, string, string]>([
    // prose                                                     why                          service
    ["Send ``OpenStack-API-Version: crate 2.5``.", "as an example", "crate"],
    ["Send ``OpenStack-API-Version: crate latest``.", "the latest", "crate"],
    ["Send ``OpenStack-API-Version: crate [version]``.", "a placeholder", "crate"],
    ["Send ``OpenStack-API-Version: {service} 2.5``.", "a placeholder for the word itself", "box"],
    ["Send ``OpenStack-API-Version: Crate 2.5``.", "in small letters", "crate"],
    ["Send this::\n\n  OpenStack-API-Version: crate 2.5", "in a block of its own", "crate"],
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
    [
      "an example of the header",
      "``OpenStack-API-Version: box 2.40``",
      [{ min: "2.7" }],
      "2.1..2.40",
    ],
    [
      "a version directive",
      ".. versionadded:: 2.60\n   A box may be blue.",
      [{ min: "2.7" }],
      "2.1..2.60",
    ],
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
    const { microversions: found } = factsOf(`There are microversions.\n\n${prose}`, ...bounds);
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

describe("which service of the table of facts it is", () => {
  test.each<[string, string, string, string, string]>([
    // title                                  prose                                   service                 header              why
    ["Compute API", "Microversions.", "compute", "compute {version}", "the type in the title"],
    [
      "Block Storage API V3 (CURRENT)",
      "Microversions.",
      "block-storage",
      "volume {version}",
      "its word is not its type",
    ],
    ["Shared File Systems API", "", "shared-file-system", "{version}", "as its title calls it"],
    ["Bare Metal API", "", "baremetal", "baremetal {version}", "an alias"],
    ["Welcome to ironic's documentation!", "", "baremetal", "baremetal {version}", "the project"],
    [
      "Box API",
      "Send ``OpenStack-API-Version: volume 3.5``.",
      "block-storage",
      "volume {version}",
      "the header's word wins over a title that is unknown",
    ],
    [
      "Box API",
      "Send ``X-OpenStack-Manila-API-Version: 2.5``.",
      "shared-file-system",
      "{version}",
      "an older header is known, too",
    ],
    [
      "Box API",
      "A reference of the OpenStack Box API which is provided by the Nova project.",
      "compute",
      "compute {version}",
      "whose it is",
    ],
    [
      "Compute API",
      "``OpenStack-API-Version: volume 3.5, compute 2.5``",
      "compute",
      "compute {version}",
      "two services in one header: that of the title",
    ],
    [
      "Shared File Systems API",
      "Compute takes ``OpenStack-API-Version: compute 2.5``.",
      "shared-file-system",
      "{version}",
      "only another service's header is named: that of the title",
    ],
    [
      "Compute API",
      "``OpenStack-API-Version: crate 2.5``",
      "crate",
      "crate {version}",
      "a word that nobody knows is the docs' own",
    ],
    [
      "Crate Compute API",
      "Microversions.",
      "crate-compute",
      "crate-compute {version}",
      "more than the type is another service",
    ],
  ])("%s: %s", (title, prose, service, header) => {
    const facts = factsOfTree(title, prose);
    expect(facts.service).toBe(service);
    expect(facts.microversions?.headers[0]).toEqual({
      // One service reads no other.
      name: header === "{version}" ? "X-OpenStack-Manila-API-Version" : "OpenStack-API-Version",
      value: header,
    });
  });

  test.each<[string, string, string, string]>([
    // setting        service           header                  why
    [
      "volume",
      "volume",
      "volume {version}",
      "an alias names the service; the name is as it was given",
    ],
    ["block-storage", "block-storage", "volume {version}", "the type, which is not the word"],
    ["crate", "crate", "crate {version}", "unknown: the word is that of the setting"],
  ])("the setting %j wins over docs", (setting, service, header) => {
    const facts = factsOfTree("Compute API", "Microversions.", [{ min: "2.5" }], {
      service: setting,
    });
    expect(facts.service).toBe(service);
    expect(facts.microversions?.headers[0]?.value).toBe(header);
    expect(facts.guesses).toEqual([]);
  });

  test("a setting that nobody knows is the word, whatever word the docs have", () => {
    const prose = "``OpenStack-API-Version: box 2.5``";
    const facts = factsOfTree("Box API", prose, [{ min: "2.5" }], { service: "crate" });
    expect(facts.microversions?.headers[0]?.value).toBe("crate {version}");
  });

  test("older headers stand beside, whether the docs name them or not, and no others'", () => {
    const known = factsOfTree("Bare Metal API", "See ``X-OpenStack-Nova-API-Version``.");
    expect(known.microversions?.headers.map(({ name }) => name)).toEqual([
      "OpenStack-API-Version",
      "X-OpenStack-Ironic-API-Version",
    ]);
  });

  test.each<[prose: string, names: readonly string[], why: string]>([
    ["Microversions.", ["X-OpenStack-Manila-API-Version"], "as is known of the service"],
    [
      "Send ``OpenStack-API-Version: shared-file-system 2.5``.",
      ["OpenStack-API-Version", "X-OpenStack-Manila-API-Version"],
      "docs that say otherwise are newer",
    ],
  ])("a header that alone is read stands alone: %s %j (%s)", (prose, names) => {
    const known = factsOfTree("Shared File Systems API", prose);
    expect(known.microversions?.headers.map(({ name }) => name)).toEqual(names);
  });

  test.each<[string, string, string]>([
    ["Placement API", "1.5", "1.0"],
    ["Placement API", "2.5", "2.1"],
    ["Box API", "1.5", "1.1"],
  ])("the first version of %s, whose docs name %s, is %s", (title, min, first) => {
    const { microversions } = factsOfTree(title, "Microversions.", [{ min }]);
    expect(microversions?.minimum).toBe(first);
  });

  test.each<[string, string, string | undefined, string]>([
    ["Box API", "Send ``OpenStack-API-Version: box 1.5``.", "1.5", "an example of the header"],
    ["Box API", "Microversion 1.9 sorts boxes, microversion 1.10 paints.", "1.10", "sentences"],
    ["Bare Metal API", ".. versionchanged:: 1.9\n\n   Sorted.", "1.9", "what a directive names"],
    ["Box API", ".. versionchanged:: 1.9\n\n   Sorted.", undefined, "of a release of the API"],
    ["Compute API", "Microversions.", undefined, "none is named"],
  ])("where nothing is bound, the newest of %s, %j, is %s (%s)", (title, prose, maximum) => {
    expect(factsOfTree(title, prose, []).microversions?.maximum).toBe(maximum);
  });

  test.each<[string, true | undefined, string]>([
    ["Compute API", true, "known to be taken"],
    ["Shared File Systems API", undefined, "known to be refused"],
    ["Box API", undefined, "not known"],
  ])("whether %s takes latest", (title, latest) => {
    expect(factsOfTree(title, "Microversions.").microversions?.latest).toBe(latest);
  });

  test.each<[string, string, readonly string[], string]>([
    [
      "Welcome to keystone's documentation!",
      "",
      [`the service is "identity", keystone of OpenStack, with no microversions`],
      "by its title",
    ],
    [
      "Block Storage API",
      "Microversions.",
      [
        `the service is "block-storage", cinder of OpenStack, with microversions asked for by \`OpenStack-API-Version: volume 2.5\``,
      ],
      "by its title, and the header is not its type",
    ],
    [
      "Box API",
      "",
      [
        `the service is "box", with no microversions`,
        "the docs name versions, 2.5, which are taken for releases of the API and not for microversions",
      ],
      "of no known service",
    ],
    ["Box API", "``OpenStack-API-Version: box 2.5``", [], "the docs name it"],
  ])("what is guessed of %s is said: %s", (title, prose, words) => {
    expect(factsOfTree(title, prose).guesses.map((guess) => guess.words)).toEqual(words);
  });
});

describe("whether there are microversions at all", () => {
  test.each<[string, string, boolean, string]>([
    ["Box API", "", false, "bounds alone are releases of the API"],
    ["Box API", "Microversions are asked for by a header.", true, "the docs speak of them"],
    ["Box API", "Send ``OpenStack-API-Version``.", true, "the docs name the header"],
    ["Box API", "Send ``X-OpenStack-Box-API-Version``.", true, "the docs name an older one"],
    [
      "Box API",
      "If this version of the API supports microversions, the last. This will be the empty string if microversions are not supported.",
      false,
      "what every version document says leaves it open",
    ],
    ["Box API", "This API does not support microversions.", false, "they say there are none"],
    ["Box API", "There are no microversions here.", false, "in other words"],
    ["Box API", "Microversions are not supported.", false, "in yet others"],
    [
      "Box API",
      "There are no microversions of old boxes. Microversion 2.5 adds new ones.",
      true,
      "one sentence denies what another has",
    ],
    ["Box API", "If no microversion is given, it is 2.1.", true, "and one that denies none"],
    ["Compute API", "", true, "known of the service"],
    ["Identity API v3", "", false, "known to have none"],
    [
      "Identity API v3",
      "Microversions of Nova are others.",
      false,
      "known, whatever prose mentions",
    ],
    ["Identity API v3", "Send ``OpenStack-API-Version: identity 3.9``.", true, "docs know better"],
    [
      "Identity API v3",
      "Compute takes ``OpenStack-API-Version: compute 2.53``; this API takes nothing.",
      false,
      "the header of another service",
    ],
  ])("%s, %j: %s", (title, prose, expected) => {
    const facts = factsOfTree(title, prose);
    expect(facts.microversions !== undefined).toBe(expected);
    expect(facts.version).toBe("2.5");
  });

  test.each<[string, string, boolean, boolean, string]>([
    ["Box API", "", true, true, "what nobody knows is settled"],
    ["Box API", "Microversions are asked for by a header.", false, false, "words of others are"],
    ["Identity API v3", "", true, true, "known, but the settings win"],
  ])("%s, %j, where the settings say %j: %j (%s)", (title, prose, asked, expected) => {
    const facts = factsOfTree(title, prose, [{ min: "2.5" }], { asked });
    expect(facts.microversions !== undefined).toBe(expected);
    expect(facts.guesses.map(({ setting }) => setting)).toEqual(["service"]);
  });

  test("limits in the settings are of microversions", () => {
    const facts = factsOfTree("Box API", "", [{ min: "2.5" }], { limited: true });
    expect(facts.microversions?.headers[0]?.value).toBe("box {version}");
  });
});

test.each([
  ["Welcome to keystone's documentation!", "Identity API", "a service that is known"],
  ["Welcome to the Box API documentation", "Box API", "one that is not"],
  ["Welcome!", "API", "no name at all"],
  ["Box API", "Box API", "no greeting"],
])("the API under %j is called %s (%s)", (heading, title) => {
  const text = `${"=".repeat(heading.length)}\n${heading}\n${"=".repeat(heading.length)}\n\nList Boxes\n==========\n\n.. rest_method:: GET /boxes\n\nNormal response codes: 200\n`;
  const { value } = readApiReference(memoryTree({ "index.rst": text }));
  expect(serviceFacts(decideSides(value, rules), []).title).toBe(title);
});
