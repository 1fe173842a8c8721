import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { restanza, workingFolder } from "./command.js";

describe("lint", () => {
  const break_ = () => {
    const text = readFileSync("spec/images.inc", "utf8");
    writeFileSync("spec/images.inc", text.replace("GET /images\n", "GET images\n"));
  };

  test("finds nothing wrong in this repository's own api-ref", async () => {
    workingFolder();
    expect(await restanza("lint", "spec")).toMatchObject({ code: 0, stdout: "" });
    // Lists of links and servers are documented as a whole, as in the docs that spec/ follows.
    expect((await restanza("lint", "spec", "--severity", "info")).stdout).not.toMatch(
      /info (?!undocumented-key)/,
    );
  });

  test("exits 1 when something weighs enough", async () => {
    workingFolder();
    break_();
    const { code, stdout } = await restanza("lint", "spec");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^spec\/images\.inc:\d+:\d+: warning missing-leading-slash: [^\n]+\n$/);
    expect(await restanza("lint", "spec", "--severity", "error")).toMatchObject({
      code: 0,
      stdout: "",
    });
    expect(await restanza("lint", "spec", "--code", "missing-file")).toMatchObject({ code: 0 });
    expect(
      await restanza("lint", "spec", "--code", "missing-leading-slash", "--chapter", "images"),
    ).toMatchObject({ code: 1 });
    expect(await restanza("lint", "spec", "--chapter", "flavors")).toMatchObject({ code: 0 });
  });

  test.each(["pretty", "line", "json", "github", "sarif", "junit"])(
    "prints %s, without absolute paths",
    async (format) => {
      const folder = workingFolder();
      break_();
      const { stdout, stderr } = await restanza("lint", "spec", "--format", format);
      expect(stdout).toContain("missing-leading-slash");
      expect(stdout).toContain("spec/images.inc");
      expect(stdout + stderr).not.toContain(folder);
    },
  );

  test("--loose lists what has no type", async () => {
    workingFolder();
    expect(await restanza("lint", "spec", "--loose")).toMatchObject({
      code: 0,
      stdout: "0 places without a type\n",
    });
    const parameters = readFileSync("spec/parameters.yaml", "utf8");
    writeFileSync(
      "spec/parameters.yaml",
      `${parameters}\nbare:\n  description: |\n    Bare.\n  in: body\n`,
    );
    const chapter = readFileSync("spec/images.inc", "utf8");
    writeFileSync("spec/images.inc", chapter.replace("  - images:", "  - bare: bare\n  - images:"));
    expect(await restanza("lint", "spec", "--loose", "--chapter", "images")).toMatchObject({
      code: 0,
      stdout: "images.inc: List Images: response 200: images[].bare\n1 place without a type\n",
    });
    const json = await restanza("lint", "spec", "--loose", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject([
      { part: "response 200", path: "images[].bare" },
    ]);
    for (const other of [
      "--code=missing-file",
      "--baseline=known.json",
      "--update-baseline",
      "--fix",
    ])
      expect(await restanza("lint", "spec", "--loose", other)).toMatchObject({ code: 2 });
  });

  test("--group puts findings of one kind together, and refuses what it cannot group", async () => {
    workingFolder();
    break_();
    const { stdout } = await restanza("lint", "spec", "--group", "code");
    expect(stdout).toMatch(/^missing-leading-slash: 1 finding \(1 warning\)\nspec\/\S+:\d+:\d+: /m);
    expect(await restanza("lint", "spec", "-g", "severity", "-f", "json")).toMatchObject({
      code: 2,
    });
    expect(await restanza("lint", "spec", "-g", "code", "--fix")).toMatchObject({ code: 2 });
  });

  test("takes severities from the configuration, also off", async () => {
    workingFolder();
    break_();
    const config = { source: "spec", out: "out", severity: { "missing-leading-slash": "error" } };
    writeFileSync("restanza.config.json", JSON.stringify(config));
    expect((await restanza("lint")).stdout).toContain("error missing-leading-slash");
    writeFileSync(
      "restanza.config.json",
      JSON.stringify({ ...config, severity: { "missing-leading-slash": "off" } }),
    );
    expect(await restanza("lint")).toMatchObject({ code: 0, stdout: "" });
  });
});
