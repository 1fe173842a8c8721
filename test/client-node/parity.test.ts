import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { cloudIn } from "../../templates/node/cloud.js";
import { ConfigError } from "../../templates/node/files/config-error.js";
import { settingOf } from "../../templates/client/session/catalog.js";
import type {
  CloudConfig,
  ServiceSetting,
  WantedService,
} from "../../templates/client/session/grant.js";
import { placeOf, type Given } from "./clouds.js";

interface Case extends Given {
  readonly name: string;
  readonly cloud?: string;
  readonly region?: string;
}

/** What openstacksdk answered, recorded by parity/record.py. */
type Answer = { readonly error: string } | { readonly config: object };

const textOf = (name: string) => readFileSync(new URL(`parity/${name}`, import.meta.url), "utf8");
const cases = parse(textOf("cases.yaml")) as readonly Case[];
const { answers } = JSON.parse(textOf("answers.json")) as {
  readonly answers: Readonly<Record<string, Answer>>;
};

const services: readonly WantedService[] = [
  { type: "compute" },
  { type: "block-storage", aliases: ["volumev3", "volumev2", "volume", "block-store"] },
  { type: "image" },
];

test("every case has an answer, and every answer a case", () => {
  expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(answers).sort());
  expect(cases.length).toBeGreaterThanOrEqual(30);
});

test.each(cases.map((one) => [one.name, one] as const))(
  "%s is what openstacksdk makes of it",
  async (name, { cloud, region: region_name, ...given }) => {
    const { root, world } = placeOf(given);
    const never = () => expect.fail("asked");
    const resolving = cloudIn(world, { cloud, region_name }, never);
    const answer = answers[name] ?? expect.fail("no answer");
    if ("error" in answer) return expect(resolving).rejects.toBeInstanceOf(ConfigError);
    const { config, trust } = await resolving;
    const { networks: _, ...values } = config as CloudConfig & { readonly networks?: unknown };
    const got = {
      config: values,
      verify: trust.cacert ?? trust.verify,
      cert: trust.key === undefined ? (trust.cert ?? null) : [trust.cert, trust.key],
      services: Object.fromEntries(
        services.map((service) => [service.type, settingsOf(config, service)]),
      ),
    };
    const text = JSON.stringify(got).replaceAll(root, "$ROOT");
    expect(JSON.parse(text)).toEqual(answer);
  },
);

function settingsOf(config: CloudConfig, service: WantedService) {
  const own = (name: ServiceSetting) => settingOf(config, service, name) ?? null;
  const fixed = config.auth_type === "none" ? (config.auth["endpoint"] ?? null) : null;
  const version = own("api_version");
  return {
    interface: own("interface") ?? config.interface,
    region_name: own("region_name") ?? config.region_name,
    endpoint_override: own("endpoint_override") ?? own("endpoint") ?? fixed,
    default_microversion: own("default_microversion"),
    api_version: version !== null && Number.isNaN(Number(version)) ? null : version,
    service_type: own("service_type") ?? service.type,
    service_name: own("service_name"),
  };
}
