import { coloured, type Paint, plain } from "../../diagnostics/report/pretty.js";

/** Writes to standard output; a reader that went away, such as `head`, ends the run quietly. */
export function print(words: string): void {
  if (words !== "") process.stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}

/** Colour only for people: on a terminal, and where NO_COLOR (no-color.org) is not set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env;
  if (no !== undefined && no !== "") return plain;
  if (force !== undefined && force !== "" && force !== "0") return coloured;
  return stream.isTTY && terminal !== "dumb" ? coloured : plain;
}

/** What a long run is doing: one line of a terminal, which is free again at the end. */
export interface Progress {
  readonly say: (words: string) => void;
  readonly done: () => void;
}

/** Shows on a terminal what is being done; silent everywhere else. */
export function progress(): Progress {
  if (!process.stderr.isTTY || process.env["CI"]) {
    return { say: () => undefined, done: () => undefined };
  }
  const clear = "\r\u001b[K";
  return {
    say: (words) => process.stderr.write(`${clear}${words.slice(0, lineWidth() - 1)}…`),
    done: () => process.stderr.write(clear),
  };
}

/** A line that wraps could not be taken back. */
function lineWidth(): number {
  return process.stderr.columns || 80;
}
