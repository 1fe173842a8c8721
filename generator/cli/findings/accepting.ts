import { readFileSync } from "node:fs";
import {
  accept,
  acceptedText,
  type Accepted,
  isDay,
  isFor,
  readAccepted,
} from "../../diff/accept.js";
import type { Change } from "../../diff/change.js";
import type { Comparison } from "../../diff/diff.js";
import type { Reported } from "../../diff/report/reported.js";
import { failsOn } from "../../diff/report/reported.js";
import { plural } from "../../diagnostics/report/finding.js";
import { replaceFile } from "../../output/replace.js";
import type { Arguments } from "../arguments.js";
import { UsageError } from "../shell/failure.js";

const day = 24 * 60 * 60 * 1000;

/** The accept file of a run of `diff`: several services share it. */
export class Accepting {
  readonly #path: string | undefined;
  readonly #entries: readonly Accepted[];
  readonly #writes: { readonly reason: string; readonly until: string } | undefined;
  /** A run of a part sees not all changes: what is for none of them may be for others. */
  readonly #isPart: boolean;
  readonly #all: { readonly service: string | undefined; readonly changes: readonly Change[] }[] =
    [];

  /** @throws {UsageError} where the settings or the file are not as they must be. */
  constructor(given: Arguments) {
    this.#path = given.text("accept");
    this.#isPart = ["only", "microversion", "name"].some((name) => given.texts(name).length > 0);
    this.#writes = writing(given, this.#path);
    this.#entries = this.#path === undefined ? [] : read(this.#path, this.#writes !== undefined);
  }

  /** A comparison without what is let pass; `service` is its name, where others are compared, too. */
  left(comparison: Comparison, service: string | undefined): Omit<Reported, "name"> {
    const { changes } = comparison;
    this.#all.push({ service, changes });
    const { left, passed } = accept(changes, this.#entries, today(), service);
    return { comparison: { ...comparison, changes: left }, accepted: passed };
  }

  /** Writes the file where that is asked for; what is to be said of it, a sentence each. */
  close(): readonly string[] {
    const path = this.#path;
    if (path === undefined) return [];
    const each = this.#all.map(({ service, changes }) => ({
      service,
      ...accept(changes, this.#entries, today(), service),
    }));
    const expired = [...new Set(each.flatMap((one) => one.expired))];
    const entries = this.#isPart ? [] : this.#entries;
    const unmatched = entries.filter((entry) =>
      each.every((one) => one.unmatched.includes(entry) || !isFor(entry, one.service)),
    );
    const said = [
      ...expired.map(
        ({ fingerprint, expires = "", about = "" }) =>
          `${path}: ${fingerprint} ran out on ${expires}: ${about}`,
      ),
      ...unmatched.map(
        ({ fingerprint, about = "" }) => `${path}: ${fingerprint} is for no change here: ${about}`,
      ),
    ];
    if (this.#writes === undefined) return said;
    const fresh = each.flatMap(({ left, service }) =>
      left.flatMap((change) => (failsOn("unknown", change) ? [{ change, service }] : [])),
    );
    const { reason, until } = this.#writes;
    const kept = this.#entries.filter((entry) => !expired.includes(entry));
    replaceFile(path, acceptedText(kept, fresh, reason, until));
    return [...said, `${path}: ${plural(fresh.length, "change")} accepted until ${until}.`];
  }
}

function writing(given: Arguments, path: string | undefined) {
  const reason = given.text("reason");
  const until = given.text("until");
  if (!given.flag("write-accept")) {
    if (reason !== undefined || until !== undefined)
      throw new UsageError("--reason and --until go with --write-accept.");
    return undefined;
  }
  if (path === undefined) throw new UsageError("--write-accept needs a file: --accept FILE.");
  if (reason === undefined || reason.trim() === "")
    throw new UsageError("--write-accept needs --reason WORDS: why these changes are let pass.");
  if (until !== undefined && !isDay(until))
    throw new UsageError(`--until must be a day such as 2027-01-31, not "${until}".`);
  if (until !== undefined && until < today())
    throw new UsageError(
      `--until ${until} is over: nothing would be let pass. Name a day to come.`,
    );
  return { reason, until: until ?? today(90) };
}

/** The day, in UTC, so many days from now. */
function today(days = 0): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

/** A file that is about to be written need not be there. */
function read(path: string, isWritten: boolean): readonly Accepted[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isAbsent && isWritten) return [];
    throw new UsageError(
      isAbsent
        ? `${path} is not there. Write it with --write-accept --reason WORDS.`
        : `The accept file ${path} cannot be read.`,
    );
  }
  const found = readAccepted(text);
  if ("fault" in found) throw new UsageError(`${path} is no accept file: ${found.fault}.`);
  return found.entries;
}
