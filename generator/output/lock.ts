import { createHash, randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { OutputFailure, systemCode } from "./failure.js";
import { makeFolder } from "./make-folder.js";
import { workName } from "./paths.js";

/** How long one run waits for another that writes into the same folder. */
const patience = 30_000;
/**
 * After this no run is writing any more, whatever holds its number: that of another machine cannot
 * be asked, and a number is given to another process in time.
 */
const staleAfter = 600_000;

/** This machine, told from others without its name: a killed run leaves its lock to be seen. */
export const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 16);

/** The tokens of the locks that this process holds: one of its own that is not here was left behind. */
const holding = new Set<string>();

/**
 * Does `work` while no other run writes into `folder`. The lock is a file with the process id of
 * its holder; one whose process is gone is taken over.
 */
export async function withLock<T>(folder: string, work: () => T): Promise<T> {
  const path = join(folder, workName, "lock");
  const token = randomBytes(8).toString("hex");
  const mine = JSON.stringify({ pid: process.pid, machine, token });
  const until = Date.now() + patience;
  while (!take(path, mine)) {
    const held = read(path);
    if (held !== undefined && isStale(path, held)) takeAway(path, held);
    else if (Date.now() > until) {
      throw new OutputFailure(
        `Another run is writing into ${folder}. If none is, remove ${path} and try again.`,
      );
    } else await wait(25);
  }
  holding.add(token);
  try {
    return work();
  } finally {
    holding.delete(token);
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

function take(path: string, mine: string): boolean {
  makeFolder(dirname(path));
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    // Written whole under another name and linked, so that nobody ever reads half a lock.
    writeFileSync(draft, mine, { flag: "wx" });
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST" || code === "ENOENT") return false;
    if (code === "EPERM" || code === "ENOTSUP" || code === "EOPNOTSUPP") return takeUnlinked();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }

  /** On file systems without hard links. */
  function takeUnlinked(): boolean {
    try {
      writeFileSync(path, mine, { flag: "wx" });
      return true;
    } catch (error) {
      if (systemCode(error) === "EEXIST") return false;
      throw error;
    }
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isStale(path: string, held: string): boolean {
  const pid = Number(/"pid":(\d{1,10})/.exec(held)?.[1]);
  const isHere = /"machine":"([^"]*)"/.exec(held)?.[1] === machine;
  const token = /"token":"([^"]*)"/.exec(held)?.[1] ?? "";
  if (isHere && pid === process.pid) return !holding.has(token);
  if (isHere && pid > 0 && !isAlive(pid)) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > staleAfter;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** Two runs may find the same stale lock: what was moved away is looked at, and put back if it is a new one. */
function takeAway(path: string, held: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (read(aside) !== held) linkSync(aside, path);
  } catch {
    // Another run was quicker; the next turn of the loop sees what it did.
  } finally {
    rmSync(aside, { force: true });
  }
}
