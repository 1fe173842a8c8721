import { existsSync } from "node:fs";
import { homedir } from "node:os";

/** Absolute paths and file URLs, but no paths of web addresses and none that go on a relative one. */
const absolute = /(?<![\w.~/\\-])(?:file:\/\/)?(?:[a-z]:)?(?:[\\/][^\s\\/:'"`()<>|*?,;]+)+/gi;

/**
 * `text` without what it tells of this machine: paths in the working folder become relative, those
 * in the home folder begin with `~`. Messages of Node and of libraries hold such paths, and land
 * in public logs.
 */
export function hidePlaces(text: string): string {
  return within(within(text, process.cwd(), ""), homedir(), "~/");
}

/** As `hidePlaces`, and of every other absolute path only the name of the file is left. */
export function hideAllPlaces(text: string): string {
  return hidePlaces(text).replace(absolute, (path) => {
    const plain = path.replace(/^file:\/\//i, "");
    const top = /^[\\/][^\\/]+/.exec(plain)?.[0];
    // The path of an operation looks the same: `/images/{image_id}`.
    if (path === plain && top !== undefined && !existsSync(top)) return path;
    return plain.slice(Math.max(plain.lastIndexOf("/"), plain.lastIndexOf("\\")) + 1);
  });
}

function within(text: string, folder: string, short: string): string {
  // The root of the file system is in every path.
  if (folder.length < 2) return text;
  return text
    .replaceAll(`file://${folder}/`, short)
    .replaceAll(`${folder}/`, short)
    .replaceAll(`${folder}\\`, short)
    .replaceAll(folder, short === "" ? "." : short.slice(0, -1));
}
