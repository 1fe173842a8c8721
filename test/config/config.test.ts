import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ServiceConfig } from "../../generator/config/config.js";
import { configNames, loadConfig } from "../../generator/config/load.js";
import { ConfigurationError } from "../../generator/config/configuration-error.js";
import { validateConfig } from "../../generator/config/validate.js";

const least = { source: "api-ref", out: "generated" };

describe("validateConfig", () => {
  test("takes one service, or many", () => {
    expect(validateConfig(least)).toEqual({ services: [least] });
    const second = { ...least, out: "v2" };
    expect(validateConfig({ services: [least, second] })).toEqual({ services: [least, second] });
  });

  test("takes every setting", () => {
    const all = {
      ...least,
      name: "compute",
      handlers: false,
      emit: ["types"],
      service: "compute",
      info: { title: "Compute", version: "2.1", description: "Servers." },
      servers: ["https://compute.example/v2.1", { url: "/", description: "here" }],
      microversion: "2.53",
      limits: { showImage: { max: "2.35" }, "Show Image": { min: "2.1" } },
      faults: "named",
      overlays: ["fixes.yaml"],
      include: ["images"],
      exclude: ["*deprecated*"],
      severity: { "missing-file": "off", "no-status-code": "info" },
      baseline: "baseline.json",
      document: () => undefined,
      names: () => undefined,
      emitters: [{ name: "mine", plan: async () => [] }],
    };
    expect(validateConfig(all)).toEqual({ services: [all] });
  });

  test("gives each service of a package its folder in it, and the client alone", () => {
    const source = "api-ref";
    const made = { name: "@example/openstack", version: "1.0.0", out: "openstack/" };
    const services = [
      { source, service: "compute" },
      { source, service: "image", name: "glance", emit: ["types"] },
    ];
    expect(validateConfig({ package: made, services })).toEqual({
      package: made,
      services: [
        {
          name: "compute",
          service: "compute",
          source,
          emit: ["client"],
          out: "openstack/src/compute",
        },
        { name: "glance", service: "image", source, emit: ["types"], out: "openstack/src/image" },
      ],
    });
  });

  const made = { name: "openstack", version: "1.0.0", out: "openstack" };
  const services = [{ source: "api-ref", service: "compute" }];

  test.each([
    // configuration, why, message
    [{ package: made }, "of nothing", "services is missing."],
    [{ package: made, services: [] }, "of no service", "services has none: a package needs one"],
    [
      { package: made, services: [{ ...services[0], out: "x" }] },
      "with an out",
      "out is no setting",
    ],
    [{ package: made, services: [{ source: "x" }] }, "without a type", "service is missing."],
    [
      { package: made, services: [{ source: "x", service: "runtime" }] },
      "whose entry is the shared runtime",
      'services[0].service must be the type of a service, such as "compute"',
    ],
    [
      { package: made, services: [{ source: "x", service: "session" }] },
      "whose entry is that of sessions",
      'services[0].service must be the type of a service, such as "compute"',
    ],
    [
      { package: made, services: [{ source: "x", service: "node" }] },
      "whose entry is that of what connects",
      'services[0].service must be the type of a service, such as "compute"',
    ],
    [
      { package: { ...made, name: "Open Stack" }, services },
      "of a name that npm refuses",
      'package.name must be a name that npm takes, such as "@example/openstack", not "Open Stack".',
    ],
    [
      { package: { ...made, version: "1.0" }, services },
      "of a version that npm refuses",
      'package.version must be a version of three numbers, such as "1.0.0", not "1.0".',
    ],
    [{ package: { ...made, licence: "MIT" }, services }, "misspelt", 'Did you mean "license"?'],
  ])("a package %#: %j is refused (%s)", (config, _why, message) => {
    expect(() => validateConfig(config)).toThrow(message);
  });

  test.each([
    // configuration, why, message
    [
      { ...least, sevrity: {} },
      "a misspelt key",
      'sevrity is no setting. Did you mean "severity"?',
    ],
    [{ out: "x" }, "a missing key", "source is missing."],
    [
      { ...least, microversion: 2.1 },
      "a version that is a number",
      'microversion must be a version in quotes such as "2.53", not 2.1.',
    ],
    [
      { ...least, microversions: "yes" },
      "a flag that is a word",
      'microversions must be true or false, not "yes".',
    ],
    [
      { ...least, limits: { a: { max: 2.1 } } },
      "a limit that is a number",
      'limits["a"].max must be a version in quotes',
    ],
    [
      { ...least, names: { a: "b" } },
      "names that are no function",
      "names must be a function, not",
    ],
    [
      { ...least, emitters: [{ name: "my emitter" }] },
      "an emitter without a plan",
      'emitters[0].name must be a word such as "routes", not "my emitter".\nemitters[0].plan must be a function, not undefined.',
    ],
    [
      { ...least, emitters: [{ name: "client", plan: () => [] }] },
      "an emitter of a name that is taken",
      'emitters[0].name is "client", which is an output already.',
    ],
    [
      { ...least, limits: { a: { maximum: "2.1" } } },
      "a misspelt limit",
      'limits["a"].maximum is no setting.',
    ],
    [
      { ...least, emit: ["typs"] },
      "an unknown output",
      'emit[0] must be one of "types", "client", "server", "openapi-typescript", "site", "node", "schemas", "fakes", not "typs". Did you mean "types"?',
    ],
    [
      { ...least, severity: { "mising-file": "off" } },
      "a severity for a code that is none",
      'severity: "mising-file" is no diagnostic code. Did you mean "missing-file"?',
    ],
    [
      { ...least, severity: { x: "warn" } },
      "an unknown severity",
      'severity["x"] must be one of "error", "warning", "info", "off", not "warn".',
    ],
    [{ ...least, servers: [{ uri: "/" }] }, "a server without URL", "servers[0].url is missing."],
    [
      { ...least, handlers: true },
      "handlers that are neither",
      "handlers must be a text, not true.",
    ],
    [
      { services: [least, { ...least, out: 1 }] },
      "the second of two",
      "services[1].out must be a text, not 1.",
    ],
    [{ services: {} }, "services that are no list", "services must be a list, not {}."],
    [
      [],
      "a list",
      "The configuration must be an object, several services `{ services: […] }`, not [].",
    ],
    [undefined, "nothing", "The configuration must be an object, not undefined."],
  ])("refuses %j (%s)", (config, _why, message) => {
    expect(() => validateConfig(config)).toThrow(ConfigurationError);
    expect(() => validateConfig(config)).toThrow(message);
  });

  test("says everything that is wrong at once", () => {
    expect(() => validateConfig({ sorce: "x", out: 1 })).toThrow(
      /sorce.*\n.*out.*\n.*source is missing/s,
    );
  });
});

describe("loadConfig", () => {
  function folderWith(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), "restanza-config-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  test.each([
    [
      "restanza.config.ts",
      'import { defineConfig } from "restanza";\nconst out: string = "generated";\nexport default defineConfig({ source: "api-ref", out });\n',
    ],
    [
      "restanza.config.mts",
      'import type { Config } from "restanza";\nexport default { source: "api-ref", out: "generated" } satisfies Config;\n',
    ],
    ["restanza.config.mjs", 'export default { source: "api-ref", out: "generated" };\n'],
    ["restanza.config.js", 'export default { source: "api-ref", out: "generated" };\n'],
    ["restanza.config.json", '{ "source": "api-ref", "out": "generated" }'],
  ])("loads %s", async (name, text) => {
    const folder = folderWith({ [name]: text, "package.json": '{ "type": "module" }' });
    expect(await loadConfig(folder)).toEqual({
      file: join(folder, name),
      folder,
      services: [least],
      files: [join(folder, name)],
      absent: configNames.slice(0, configNames.indexOf(name)).map((before) => join(folder, before)),
    });
  });

  test("gives nothing where there is none", async () => {
    expect(await loadConfig(folderWith({}))).toBeUndefined();
  });

  test.each<[ServiceConfig, string, string]>([
    // the other service            why                       what is said
    [least, "the same folder", 'the same out, "generated"'],
    [
      { ...least, out: "./generated" },
      "with a dot",
      'out in two spellings, "generated" and "./gen',
    ],
    [{ ...least, out: "generated/" }, "with a slash", '"generated" and "generated/"'],
    [{ ...least, out: "a/../generated" }, "there and back", '"generated" and "a/../generated"'],
    [{ ...least, out: "Generated" }, "where capitals do not count", '"generated" and "Generated"'],
    [{ ...least, out: "link" }, "through a link", '"generated" and "link"'],
    [{ ...least, out: "b", handlers: "./h.ts" }, "one handlers file", "handlers in two spellings"],
    [
      { ...least, out: "b", handlers: { file: "h.ts", chapters: ["a"] } },
      "one for some chapters",
      'the same handlers, "h.ts"',
    ],
    [{ ...least, out: "generated/b" }, "an out in the other", 'the out of another, "generated"'],
    [{ ...least, out: "link/b" }, "the same through a link", 'the out of another, "generated"'],
    [{ ...least, out: "." }, "an out around the other", 'the out of another, "."'],
    [
      { ...least, out: "b", handlers: "generated/server/h.ts" },
      "handlers in the other out",
      'The handlers of one service, "generated/server/h.ts", lie in the out of another',
    ],
  ])("refuses two services with one place: %j (%s)", async (other, _why, message) => {
    const services = [{ ...least, handlers: "h.ts" }, other];
    const folder = folderWith({ "restanza.config.json": JSON.stringify({ services }) });
    mkdirSync(join(folder, "generated"));
    symlinkSync("generated", join(folder, "link"));
    await expect(loadConfig(folder)).rejects.toThrow(message);
    await expect(loadConfig(folder)).rejects.toThrow(ConfigurationError);
  });

  test("takes services with places of their own", async () => {
    const services = [least, { ...least, out: "generated-2" }, { ...least, out: "deep/generated" }];
    const folder = folderWith({ "restanza.config.json": JSON.stringify({ services }) });
    expect((await loadConfig(folder))?.services).toHaveLength(3);
  });

  test("takes the folder of a named file for its paths", async () => {
    const folder = folderWith({ "deep/my.json": '{ "source": "api-ref", "out": "generated" }' });
    expect((await loadConfig(folder, "deep/my.json"))?.folder).toBe(join(folder, "deep"));
  });

  test.each([
    ["restanza.config.json", "{ broken", /could not be loaded: .*JSON/],
    ["restanza.config.mjs", "export default {", /could not be loaded: /],
    ["restanza.config.ts", "export default {", /could not be loaded: /],
    ["restanza.config.mjs", "export const config = {};", /has no default export/],
    ["restanza.config.mjs", 'throw new Error("no luck")', /could not be loaded: no luck/],
    [
      "restanza.config.json",
      '{ "source": 1, "out": "x" }',
      /restanza\.config\.json:\n {2}source must be a text, not 1\./,
    ],
  ])("says in words why %s cannot be used: %s", async (name, text, message) => {
    const loading = loadConfig(folderWith({ [name]: text }));
    await expect(loading).rejects.toThrow(ConfigurationError);
    await expect(loading).rejects.toThrow(message);
  });

  test("says so when the named file is not there", async () => {
    await expect(loadConfig(folderWith({}), "no.ts")).rejects.toThrow("no.ts does not exist.");
  });
});
