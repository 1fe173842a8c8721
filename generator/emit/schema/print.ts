import { memberName } from "../text.js";
import type { Doc } from "./layout.js";
import {
  breaks,
  comment,
  group,
  ifBroken,
  indent,
  joined,
  line,
  lineBreak,
  softLine,
} from "./layout.js";
import type { Member, ObjectTree, Tree } from "./tree.js";
import { isWord } from "./tree.js";

/** How a type is written where it stands. */
export interface Printing {
  /** What a component is called here. */
  readonly refer: (component: string) => string;
  /** The JSDoc of a member; empty for none. */
  readonly words: (member: Member) => string;
  /**
   * Maps as index signatures: in an alias that refers to itself `Record<string, …>` is a circle to
   * TypeScript, and an object type is not.
   */
  readonly expanded: boolean;
}

/** A type as an expression. The rules are those of Prettier's printer for union types and so on. */
export function printType(tree: Tree, printing: Printing): Doc {
  switch (tree.kind) {
    case "word":
      return tree.text;
    case "open":
      return `(${tree.of} & {})`;
    case "reference":
      return printing.refer(tree.component);
    case "array":
      return [printElement(tree.of, printing), "[]"];
    case "tuple":
      return printTuple(tree.of, printing);
    case "union":
      return printUnion(tree.of, printing);
    case "intersection":
      return printIntersection(tree.of, printing);
    case "object":
      return printObject(tree, printing);
    case "generic":
      return [tree.name, printArguments(tree.of.map((of) => printType(of, printing)))];
  }
}

/** What stands before `[]`: a choice needs brackets. */
function printElement(tree: Tree, printing: Printing): Doc {
  if (tree.kind === "union") {
    if (isHugged(tree.of)) return ["(", printType(tree, printing), ")"];
    return ["(", group([indent(choices(tree.of, printing)), softLine]), ")"];
  }
  if (tree.kind === "intersection") return ["(", printType(tree, printing), ")"];
  return printType(tree, printing);
}

function printTuple(of: readonly Tree[], printing: Printing): Doc {
  if (of.length === 0) return "[]";
  const elements = of.map((element) => {
    if (element.kind !== "union" || isHugged(element.of)) return printType(element, printing);
    if (of.length === 1) return group(choices(element.of, printing, false));
    const code = choices(element.of, printing);
    return group([ifBroken("("), indent([softLine, code]), softLine, ifBroken(")")]);
  });
  return group([
    "[",
    indent([softLine, joined(elements, [",", line])]),
    ifBroken(","),
    softLine,
    "]",
  ]);
}

function printUnion(of: readonly Tree[], printing: Printing): Doc {
  if (isHugged(of))
    return joined(
      of.map((type) => printType(type, printing)),
      " | ",
    );
  return group(indent(choices(of, printing)));
}

/** `A | B`, or each on a line of its own that begins with `| `. */
function choices(of: readonly Tree[], printing: Printing, startLine = true): Doc {
  const printed = of.map((type) => {
    const inner = printType(type, printing);
    return indent(type.kind === "intersection" ? inner : inner);
  });
  return [ifBroken([startLine ? line : "", "| "]), joined(printed, [line, "| "])];
}

/** One object that may be null stays in one piece: `{ … } | null`. */
function isHugged(of: readonly Tree[]): boolean {
  const objects = of.filter((type) => type.kind === "object" && isExpandedObject(type));
  const nothing = of.filter((type) => isWord(type, "null") || isWord(type, "undefined"));
  return objects.length === 1 && objects.length + nothing.length === of.length;
}

function isExpandedObject(tree: Tree): boolean {
  return tree.kind === "object" && tree.members.length > 0;
}

function printIntersection(of: readonly Tree[], printing: Printing): Doc {
  const out: Doc[] = [];
  let indented = false;
  of.forEach((type, index) => {
    const plain = printType(type, printing);
    const printed = type.kind === "union" ? ["(", plain, ")"] : plain;
    const before = of[index - 1];
    if (before === undefined) {
      out.push(printed);
      return;
    }
    const isObject = isExpandedObject(type);
    const wasObject = isExpandedObject(before);
    if (isObject && wasObject) out.push([" & ", indented ? indent(printed) : printed]);
    else if (!isObject && !wasObject) out.push(indent([" &", line, printed]));
    else {
      if (index > 1) indented = true;
      out.push(" & ", index > 1 ? indent(printed) : printed);
    }
  });
  return group(out);
}

/** An object is never on one line: members have comments, and lines that move on their own. */
export function printObject(tree: ObjectTree, printing: Printing): Doc {
  const { members, index } = tree;
  if (members.length === 0 && index !== undefined && !printing.expanded) {
    const value = printType(index, printing);
    if (!breaks(value)) return ["Record", printArguments(["string", value])];
  }
  return ["{", indent([lineBreak, printMembers(tree, printing)]), lineBreak, "}"];
}

export function printMembers({ members, index }: ObjectTree, printing: Printing): Doc {
  const docs = members.map((member) => printMember(member, printing));
  if (index) docs.push(["[name: string]: ", printType(index, printing), ";"]);
  return joined(docs, lineBreak);
}

export function printMember(member: Member, printing: Printing): Doc {
  // Only in object literals is a bare `__proto__` something else.
  const name = member.name === "__proto__" ? member.name : memberName(member.name);
  const words = printing.words(member);
  return [
    words === "" ? "" : comment(words),
    name,
    member.optional ? "?: " : ": ",
    printType(member.type, printing),
    ";",
  ];
}

/** Type arguments: `<A, B>`. */
export function printArguments(of: readonly Doc[]): Doc {
  return group(["<", indent([softLine, joined(of, [",", line])]), softLine, ">"]);
}
