import { readFileSync } from "node:fs";

/** The version of this package. Beside the package.json from `generator/` and from `dist/` alike. */
export function version(): string {
  const read: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return typeof read === "object" && read !== null && "version" in read ? String(read.version) : "";
}
