/** A length in docutils' `get_measure`, its units and those that newer ones know. */
const length = /^[0-9.]+ *(?:em|ex|ch|rem|vw|vh|vmin|vmax|px|in|cm|mm|q|pt|pc)?$/i;
const relative = new RegExp(`${length.source}|^[0-9.]+ *%$`, "i");
const integer = /^[-+]?\d+$/;

/**
 * The values that options take, by the conversion functions of docutils' `directives` and of
 * Sphinx: what fits, and what would.
 */
const kinds = {
  any: { fits: () => true, wanted: "" },
  flag: { fits: (value: string) => value === "", wanted: "no value" },
  text: { fits: (value: string) => value !== "", wanted: "a value" },
  integer: { fits: (value: string) => integer.test(value), wanted: "a whole number" },
  optional: {
    fits: (value: string) => value === "" || integer.test(value),
    wanted: "a whole number or nothing",
  },
  whole: {
    fits: (value: string) => integer.test(value) && Number(value) >= 0,
    wanted: "a whole number, 0 or more",
  },
  positive: {
    fits: (value: string) => integer.test(value) && Number(value) > 0,
    wanted: "a whole number above 0",
  },
  percentage: {
    fits: (value: string) => /^\+?\d+[ %]*$/.test(value),
    wanted: "a whole percentage",
  },
  length: { fits: (value: string) => length.test(value), wanted: "a length" },
  relative: {
    fits: (value: string) => relative.test(value),
    wanted: "a length or a percentage",
  },
  figure: {
    fits: (value: string) => value.toLowerCase() === "image" || relative.test(value),
    wanted: "a length, a percentage or image",
  },
  class: {
    fits: (value: string) =>
      value !== "" && value.split(/\s+/).every((name) => /\p{L}/u.test(name)),
    wanted: "names of classes",
  },
  side: oneOf("left", "center", "right"),
  position: oneOf("top", "middle", "bottom", "left", "center", "right"),
  backlinks: oneOf("top", "entry", "none"),
  widths: {
    fits: (value: string) =>
      /^(?:auto|grid)$/i.test(value) ||
      (value !== "" && value.split(/[\s,]+/).every((each) => /^\+?0*[1-9]\d*$/.test(each))),
    wanted: "auto, grid or whole numbers above 0",
  },
} satisfies Readonly<Record<string, OptionValues>>;

interface OptionValues {
  readonly fits: (value: string) => boolean;
  /** What an option of this kind takes, to be put behind "takes". */
  readonly wanted: string;
}

function oneOf(...values: readonly string[]): OptionValues {
  return {
    fits: (value) => values.includes(value.trim().toLowerCase()),
    wanted: `${values.slice(0, -1).join(", ")} or ${values.at(-1) ?? ""}`,
  };
}

export type OptionKind = keyof typeof kinds;

export function isOptionKind(text: string): text is OptionKind {
  return Object.hasOwn(kinds, text);
}

/** What an option of `kind` takes, where `value` is not that. */
export function misfit(kind: OptionKind, value: string): string | undefined {
  const { fits, wanted } = kinds[kind];
  return fits(value) ? undefined : wanted;
}
