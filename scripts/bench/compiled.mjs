// What the output costs those who compile and ship it, beside what others' costs them.
import { readFileSync } from "node:fs";
import { megabytes, seconds, table } from "./table.mjs";
import { measure } from "./usage.mjs";
import { bundled, projects, tsconfig } from "./users.mjs";

export async function compiled(made, { beside, tsc }, { home, log, runs }) {
  const rows = [];
  for (const { name, folder, calls } of projects({ home, ours: made.out, ...made })) {
    const row = [name, String(calls)];
    for (const version of ["5.9", "7"]) {
      for (const file of ["five", "all"]) {
        const config = tsconfig(folder, file, beside);
        const words = [process.execPath, tsc[version], "-p", config, "--extendedDiagnostics"];
        // Some answers of hey-api have the type never: reading them is an error.
        const used = measure(words, {
          log,
          cwd: folder,
          mayFail: name !== "restanza",
          times: runs,
        });
        const said = /Instantiations:\s+(\d+)/.exec(readFileSync(log, "utf8"))?.[1];
        const shown = version === "5.9" ? `, ${said} instantiations` : "";
        row.push(`${seconds(used.cpu)}, ${megabytes(used.bytes)}${shown}`);
      }
    }
    row.push(String(await bundled(folder, beside)));
    rows.push(row);
  }
  console.log("\n## What the output costs its users\n");
  console.log(
    "CPU and peak memory of `tsc`, for a file that calls five operations and one that calls all; bytes of a minified module that calls one.\n",
  );
  table(["client", "operations", "5.9: five", "5.9: all", "7: five", "7: all", "bytes"], rows);
}
