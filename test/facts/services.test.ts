import { describe, expect, test } from "vitest";
import {
  serviceCalled,
  serviceOfHeader,
  serviceOfHeaderWord,
  successesOf,
} from "../../generator/facts/lookup.js";
import { services } from "../../generator/facts/services.js";

describe("the table of facts", () => {
  test("each type, alias, project and title stands for one service", () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { type, project, aliases = [], titles = [] } of services)
      for (const word of new Set([type, project, ...aliases, ...titles])) {
        if (owners.has(word)) twice.push(`${word}: ${owners.get(word)}, ${type}`);
        owners.set(word, type);
      }
    expect(twice).toEqual([]);
  });

  test("every group of facts says where it is known from", () => {
    const silent = services.flatMap(
      ({ type, microversions, faults, conventions, successes = [], emptyTexts = [] }) =>
        [microversions, faults, conventions, ...successes, ...emptyTexts]
          .filter((group) => group !== undefined)
          .filter(({ from }) => !/\d/.test(from) || from.length < 10)
          .map(() => type),
    );
    expect(silent).toEqual([]);
  });

  test("a success that is answered instead of another is neither that nor a fault", () => {
    const odd = services
      .flatMap(({ successes = [] }) => successes)
      .filter(({ named, answered }) => named === answered || answered >= 400);
    expect(odd).toEqual([]);
  });

  test.each<[string, string, readonly number[], string]>([
    ["PUT", "/v2/lbaas/pools/{pool_id}", [200], "whatever its variable is called"],
    ["PUT", "/v2/lbaas/pools", [], "another path"],
    ["GET", "/v2/lbaas/pools/{pool_id}", [], "another method"],
  ])("%s %s is answered %j: %s", (method, path, answered) => {
    const known = successesOf(serviceCalled("octavia"), method, path);
    expect(known.map((one) => one.answered)).toEqual(answered);
  });

  test.each<[string, string | undefined, string]>([
    ["identity", "identity", "a type"],
    ["volumev3", "block-storage", "an alias"],
    ["keystone", "identity", "a project"],
    ["networking", "network", "what a title calls it"],
    ["placement", "placement", "type and project at once"],
    ["crate", undefined, "nobody's"],
  ])("%s is %s: %s", (word, type) => {
    expect(serviceCalled(word)?.type).toBe(type);
  });

  test.each<[string, string | undefined, string]>([
    ["volume", "block-storage", "not the type"],
    ["infra-optim", "resource-optimization", "not the type"],
    ["Compute", "compute", "in any case"],
    ["container", "application-container", "an alias, too"],
    ["crate", undefined, "nobody's"],
  ])("%s before a version is of %s: %s", (word, type) => {
    expect(serviceOfHeaderWord(word)?.type).toBe(type);
  });

  test.each([
    ["X-OpenStack-Nova-API-Version", "compute"],
    ["x-openstack-ironic-api-version", "baremetal"],
    ["X-OpenStack-Box-API-Version", undefined],
  ])("the header %s is of %s", (name, type) => {
    expect(serviceOfHeader(name)?.type).toBe(type);
  });
});
