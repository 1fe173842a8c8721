import type { Problem } from "./problems.js";

/** What of Vite's server the overlay needs: `server.ws` in every version. */
export interface Channel {
  readonly send: (payload: object) => void;
  readonly on: (event: "connection", then: () => void) => unknown;
}

/** Shows in the overlay of Vite's client what is an error, and takes it away when it is mended. */
export class Overlay {
  readonly #channel: Channel;
  #shown: string | undefined;
  #payload: object | undefined;

  constructor(channel: Channel) {
    this.#channel = channel;
    // A page that is opened later, or again, shows what is wrong by then.
    channel.on("connection", () => {
      if (this.#payload !== undefined) channel.send(this.#payload);
    });
  }

  show(problems: readonly Problem[]): void {
    const errors = problems.filter(({ severity }) => severity === "fatal" || severity === "error");
    this.#payload = errors.length === 0 ? undefined : payloadOf(errors);
    const text = JSON.stringify(this.#payload);
    if (text === this.#shown) return;
    this.#shown = text;
    // An update takes the overlay away, also where nothing is updated.
    this.#channel.send(this.#payload ?? { type: "update", updates: [] });
  }
}

/** The first error at its place, and how many more there are. */
function payloadOf(errors: readonly Problem[]): object {
  const [first, ...more] = errors;
  const at = first?.at;
  const others = more.length === 0 ? "" : `\n\n… and ${more.length} more: npx restanza lint`;
  return {
    type: "error",
    err: {
      plugin: "restanza",
      message: `${first?.message ?? ""}${others}`,
      stack: "",
      ...(at && {
        id: at.file,
        loc: { file: at.file, line: at.line, column: at.column - 1 },
        frame: `${at.line} | ${at.text}\n${" ".repeat(String(at.line).length)} | ${" ".repeat(at.column - 1)}^`,
      }),
    },
  };
}
