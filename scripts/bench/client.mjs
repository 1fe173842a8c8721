// What a client costs its program: requests, time of a call, bytes, memory, and work of compilers,
// each beside what does the same without it. Counts are counts; of times only ratios are told.
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytesOf, programs } from "./client/bytes.mjs";
import { configuration, heyApiSettings } from "./generation.mjs";
import { table } from "./table.mjs";
import { projects, tsconfig } from "./users.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Prints all of it for the Compute API of `setting.tree`. */
export async function client(cli, others, setting) {
  const { home } = setting;
  const run = (words) => {
    const { status, stderr } = spawnSync(words[0], words.slice(1), { cwd: home, encoding: "utf8" });
    if (status !== 0) throw new Error(`${words.join(" ")}\n${stderr}`);
  };
  run([process.execPath, cli, "generate", "--config", configuration(setting)]);
  const out = join(home, "ours");
  const path = join(home, "driver.mjs");
  await programs(out, path);
  const shown = (script, flags = []) => {
    const words = [...flags, join(here, "client", script), path];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${script}\n${stderr}`);
    return JSON.parse(stdout);
  };

  console.log("\n## What the client costs its program\n");
  const { calls, authentications, repeats } = shown("expired.mjs");
  console.log(
    `${calls} calls that met one expired token: ${authentications} authentication, ${repeats} repeats.\n`,
  );

  const overhead = shown("overhead.mjs");
  console.log(
    `Time of a call over loopback, bare \`fetch\` = 1: ratios of ${overhead.rounds} rounds of ${overhead.count} calls each, in turns; a bare one took ${overhead.bare} µs.\n`,
  );
  table(
    ["call", "median", "quartiles", "all"],
    overhead.ratios.map(({ name, least, low, middle, high, most }) => [
      name,
      middle.toFixed(2),
      `${low.toFixed(2)} to ${high.toFixed(2)}`,
      `${least.toFixed(2)} to ${most.toFixed(2)}`,
    ]),
  );

  console.log("\nBytes of a module, bundled and minified by esbuild:\n");
  const rows = await bytesOf(out);
  table(
    ["what it has", "minified", "after gzip"],
    rows.map(({ name, bytes, zipped }) => [name, String(bytes), String(zipped)]),
  );

  const { items, heaps } = shown("heap.mjs", ["--expose-gc"]);
  const [first, ...rest] = heaps.map((bytes) => bytes / 1048576);
  console.log(
    `\nHeap while \`pages\` goes over ${items} servers, after each tenth: ${first.toFixed(1)} MiB, then ${Math.min(...rest).toFixed(1)} to ${Math.max(...rest).toFixed(1)} MiB.`,
  );
  compilers(run, others, setting, out);
}

/** What `tsc` has to do for programs of five calls and of all. */
function compilers(run, { node, heyApi, openapiTypescript, beside, tsc }, { home, runs }, ours) {
  const document = join(home, "types.json");
  cpSync(join(ours, "openapi.json"), document);
  const types = join(home, "types.ts");
  run([process.execPath, openapiTypescript, document, "-o", types]);
  run([node, heyApi, "-f", heyApiSettings(home, document)]);
  const kinds = [
    ["5.9", "five"],
    ["5.9", "all"],
    ["7", "five"],
    ["7", "all"],
  ];
  const made = projects({ home, ours, types, heyApi: join(home, "hey-api") });
  const measured = made.map(({ name, folder }) => ({
    name,
    costs: kinds.map(([version, file]) => {
      const words = [tsc[version], "-p", tsconfig(folder, file, beside), "--extendedDiagnostics"];
      const all = Array.from({ length: runs }, () => costOf(words, folder));
      return { ...all[0], seconds: Math.min(...all.map((cost) => cost.seconds)) };
    }),
  }));
  const [own] = measured;
  console.log("\nWhat `tsc` has to do: instantiations, and its check time, restanza = 1.\n");
  table(
    ["client", ...kinds.map(([version, file]) => `${version}: ${file}`)],
    measured.map(({ name, costs }) => [
      name,
      ...costs.map(
        ({ instantiations, seconds }, at) =>
          `${instantiations}, ${(seconds / own.costs[at].seconds).toFixed(2)}`,
      ),
    ]),
  );
}

function costOf(words, cwd) {
  const { stdout } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  const said = (name) => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  return { instantiations: said("Instantiations"), seconds: said("Check time") };
}
