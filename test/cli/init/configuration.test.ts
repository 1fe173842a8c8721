import { expect, test } from "vitest";
import { configurationText } from "../../../generator/cli/init/configuration.js";

const alike = ["nova", "glance", "heat", "swift", "manila", "cinder"].map((name) => ({
  source: `docs/${name}/api-ref/source`,
  out: `src/generated/${name}`,
}));
const unlike = alike.map(({ out }, index) => ({ source: `other/${index} "quoted"`, out }));

test.each([
  ["one", alike.slice(0, 1)],
  ["as many as are listed", alike.slice(0, 4)],
  ["many that differ in a name", alike],
  ["many that differ in more", unlike],
])("%s: at most ten lines, which say all services", (_what, services) => {
  const text = configurationText(services, ["types", "client"]);
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
  const body = text.replace(/^import.*$/m, "").replace("export default defineConfig", "return ");
  const strip = body.replaceAll(" as const", "");
  const said: unknown = new Function(strip)();
  const wanted = services.map((each) => ({ ...each, emit: ["types", "client"] }));
  expect(said).toEqual(services.length === 1 ? wanted[0] : { services: wanted });
});

test("many services that differ in a name are a list of names", () => {
  expect(configurationText(alike, undefined)).toContain(
    '["nova", "glance", "heat", "swift", "manila", "cinder"].map((name) => (',
  );
});
