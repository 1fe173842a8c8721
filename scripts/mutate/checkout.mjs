// A copy of the checkout, so that nobody's files are changed while mutants are tried.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

/** Copies what git knows or would add, as it is on the disk now, and the built program. */
export function copyCheckout(from, to) {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", words, { cwd: from, encoding: "utf8", maxBuffer: 2 ** 28 });
  for (const name of new Set(names.split("\0").filter(Boolean)))
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name));
  cpSync(join(from, "dist"), join(to, "dist"), { recursive: true });
}
