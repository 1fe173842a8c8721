import type { ArgsDef } from "citty";
import type { Paint } from "../../diagnostics/report/pretty.js";

/** Lines that are longer than this are hard to read, however wide the terminal. */
const WIDEST = 100;
/** Settings that are longer than this have their description below them. */
const COLUMN = 26;

/**
 * What `--help` behind a command says: its settings in one column, what they do in the next, wrapped
 * at `width`. citty's own pads all lines to the longest setting and wraps none.
 */
export function usageOf(
  command: string,
  about: string,
  definitions: ArgsDef,
  width: number,
  paint: Paint,
): string {
  const all = Object.entries(definitions);
  const positionals = all.filter(([, { type }]) => type === "positional");
  const settings = all.filter(([, { type }]) => type !== "positional");
  const within = Math.min(WIDEST, width);
  const lines = (of: typeof all, written: (one: (typeof all)[number]) => string): string =>
    of.map((one) => entry(written(one), one[1].description ?? "", within, paint)).join("\n");
  return [
    wrapped(about, within).join("\n"),
    `${paint("bold", "Usage")}\n  ${command}${positionals.map(([name]) => ` [${name.toUpperCase()}]`).join("")}${settings.length === 0 ? "" : " [OPTIONS]"}`,
    ...(positionals.length === 0
      ? []
      : [`${paint("bold", "Arguments")}\n${lines(positionals, ([name]) => name.toUpperCase())}`]),
    ...(settings.length === 0
      ? []
      : [`${paint("bold", "Options")}\n${lines(settings, settingOf)}`]),
    "",
  ].join("\n\n");
}

/** `-o, --out DIR`. */
function settingOf([name, definition]: readonly [string, ArgsDef[string]]): string {
  const short = "alias" in definition ? [definition.alias].flat()[0] : undefined;
  const hint = "valueHint" in definition ? definition.valueHint : undefined;
  return `${short === undefined ? "    " : `-${short}, `}--${name}${hint === undefined ? "" : ` ${hint}`}`;
}

function entry(setting: string, description: string, width: number, paint: Paint): string {
  const [first = "", ...more] = wrapped(description, Math.max(20, width - COLUMN - 4));
  const indent = " ".repeat(COLUMN + 4);
  const lead =
    setting.length > COLUMN
      ? `  ${paint("cyan", setting)}\n${indent}`
      : `  ${paint("cyan", setting)}${" ".repeat(COLUMN + 2 - setting.length)}`;
  return [`${lead}${first}`, ...more.map((line) => indent + line)].join("\n");
}

/** The words of a sentence on lines of at most `width`; a longer word has its own. */
function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
