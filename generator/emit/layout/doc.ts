import { jsdoc, type Text } from "../text.js";

/**
 * Text with places where a line may end, and what is to stay on one line if it fits: the model of
 * Wadler's "A prettier printer" in the form that Prettier gave it, whose rules oxfmt follows.
 * `Words` are the texts that it may be made of.
 */
export type Doc<Words extends string = string> =
  | Words
  | readonly Doc<Words>[]
  | { readonly kind: "indent"; readonly of: Doc<Words> }
  | { readonly kind: "group"; readonly of: Doc<Words>; readonly broken: boolean }
  | { readonly kind: "ifBroken"; readonly of: Doc<Words> }
  | Ending;

/** Where lines end, and comments, which stand on lines of their own. */
type Ending =
  | { readonly kind: "line"; readonly flat: string }
  | { readonly kind: "break" }
  | { readonly kind: "comment"; readonly words: string };

/** Words that may stand in code. */
export type Safe = Text<"comment" | "literal" | "identifier" | "code">;

/** A space, or a line end where the group around it is broken. */
export const line: Ending = { kind: "line", flat: " " };
/** Nothing, or a line end. */
export const softLine: Ending = { kind: "line", flat: "" };
/** A line end always; every group around it is broken. */
export const lineBreak: Ending = { kind: "break" };

export function indent<Words extends string>(of: Doc<Words>): Doc<Words> {
  return { kind: "indent", of };
}

export function group<Words extends string>(of: Doc<Words>): Doc<Words> {
  return { kind: "group", of, broken: breaks(of) };
}

/** There only where the group around it is broken. */
export function ifBroken<Words extends string>(of: Doc<Words>): Doc<Words> {
  return { kind: "ifBroken", of };
}

/** A JSDoc block on lines of its own, before what follows. */
export function comment(words: string): Ending {
  return { kind: "comment", words };
}

export function joined<Words extends string>(
  docs: readonly Doc<Words>[],
  separator: Doc<Words>,
): readonly Doc<Words>[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** Whether it takes more than one line however wide the page is. */
export function breaks(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(breaks);
  switch (doc.kind) {
    case "break":
    case "comment":
      return true;
    case "group":
      return doc.broken;
    case "indent":
      return breaks(doc.of);
    default:
      return false;
  }
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

interface Task {
  readonly doc: Doc;
  readonly indent: number;
  readonly flat: boolean;
}

/** How many columns a line of generated code has, as oxfmt and Prettier are set here. */
export const width = 100;

/** The text of a document of safe words, from column `at`; its further lines are indented by as much. */
export function codeOf(doc: Doc<Safe>, at = 0): Text<"code"> {
  return layOut(doc, at) as Text<"code">;
}

/** The same on one line, however long that is. */
export function flatCode(doc: Doc<Safe>): Text<"code"> {
  return layOut(doc, 0, Number.POSITIVE_INFINITY) as Text<"code">;
}

/** The text of a document, from column `at`, no wider than `columns` where it can be helped. */
export function layOut(doc: Doc, at = 0, columns = width): string {
  const lines: string[] = [];
  let out = "";
  let column = at;
  const tasks: Task[] = [{ doc, indent: at, flat: false }];
  const newLine = (spaces: number) => {
    lines.push(out.replace(/(?<! ) +$/, ""));
    out = " ".repeat(spaces);
    column = spaces;
  };
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { doc: here, indent: spaces, flat } = task;
    if (typeof here === "string") {
      out += here;
      const end = here.lastIndexOf("\n");
      column = end < 0 ? column + here.length : here.length - end - 1;
    } else if (isList(here)) {
      for (let index = here.length - 1; index >= 0; index--) {
        tasks.push({ doc: here[index] ?? "", indent: spaces, flat });
      }
    } else if (here.kind === "indent") tasks.push({ doc: here.of, indent: spaces + 2, flat });
    else if (here.kind === "break") newLine(spaces);
    else if (here.kind === "comment") {
      const block = jsdoc(here.words, spaces, columns);
      if (block !== "") {
        out += block.trimStart().replace(/\n$/, "");
        newLine(spaces);
      }
    } else if (here.kind === "line") {
      if (flat) {
        out += here.flat;
        column += here.flat.length;
      } else newLine(spaces);
    } else if (here.kind === "ifBroken") {
      if (!flat) tasks.push({ doc: here.of, indent: spaces, flat });
    } else {
      const fits = flat || (!here.broken && isWithin(here.of, columns - column, tasks));
      tasks.push({ doc: here.of, indent: spaces, flat: fits });
    }
  }
  return [...lines, out].join("\n");
}

/** Whether a group on one line, and what follows up to the next line end, fit into `room`. */
function isWithin(doc: Doc, room: number, after: readonly Task[]): boolean {
  let left = room;
  let next = after.length - 1;
  const tasks: Task[] = [{ doc, indent: 0, flat: true }];
  while (left >= 0) {
    const task = tasks.pop() ?? after[next--];
    if (task === undefined) return true;
    const { doc: here, flat } = task;
    if (typeof here === "string") left -= here.length;
    else if (isList(here)) {
      for (let index = here.length - 1; index >= 0; index--) {
        tasks.push({ doc: here[index] ?? "", indent: 0, flat });
      }
    } else if (here.kind === "line") {
      if (!flat) return true;
      left -= here.flat.length;
    } else if (here.kind === "break" || here.kind === "comment") return true;
    else if (here.kind === "ifBroken") {
      if (!flat) tasks.push({ doc: here.of, indent: 0, flat });
    } else if (here.kind === "group") {
      tasks.push({ doc: here.of, indent: 0, flat: flat && !here.broken });
    } else tasks.push({ doc: here.of, indent: 0, flat });
  }
  return false;
}
