import { memberName } from "../text.js";
import {
  breaks,
  comment,
  type Doc,
  group,
  ifBroken,
  indent,
  joined,
  line,
  lineBreak,
  softLine,
} from "../layout/doc.js";
import { choices, typeArguments } from "../layout/lists.js";
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
      return [tree.fixed ? "readonly " : "", printElement(tree.of, printing), "[]"];
    case "tuple":
      return printTuple(tree.of, tree.least ?? tree.of.length, printing);
    case "union":
      return printUnion(tree.of, printing);
    case "intersection":
      return printIntersection(tree.of, printing);
    case "object":
      return printObject(tree, printing);
    case "generic":
      return [tree.name, typeArguments(tree.of.map((of) => printArgument(of, printing)))];
  }
}

/** What stands before `[]`: a choice needs brackets. */
function printElement(tree: Tree, printing: Printing): Doc {
  if (tree.kind === "union") {
    return bracketed(tree.of, printing);
  }
  const operator = tree.kind === "array" && tree.fixed;
  if (tree.kind === "intersection" || operator) return ["(", printType(tree, printing), ")"];
  return printType(tree, printing);
}

function bracketed(of: readonly Tree[], printing: Printing): Doc {
  if (isHugged(of)) return ["(", printUnion(of, printing), ")"];
  return ["(", group([indent(choicesOf(of, printing)), softLine]), ")"];
}

function printTuple(of: readonly Tree[], least: number, printing: Printing): Doc {
  if (of.length === 0) return "[]";
  const elements = of.map((element, at) => {
    if (at >= least) return [printElement(element, printing), "?"];
    if (element.kind !== "union" || isHugged(element.of)) return printType(element, printing);
    const code = choicesOf(element.of, printing, false);
    if (of.length === 1) return group(code);
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
  return group(indent(choicesOf(of, printing)));
}

/** The types of a choice: `A | B`, or each on a line of its own. */
function choicesOf(of: readonly Tree[], printing: Printing, startLine = true): Doc {
  const printed = of.map((type) => {
    const inner = printType(type, printing);
    return indent(type.kind === "intersection" ? ["(", inner, ")"] : inner);
  });
  return choices(printed, startLine);
}

/** One object or named type that may be null stays in one piece: `{ … } | null`. */
function isHugged(of: readonly Tree[]): boolean {
  const kinds = ["object", "reference", "generic"];
  const types = of.filter((type) => !isWord(type, "null"));
  return types.length === 1 && types.every(({ kind }) => kinds.includes(kind));
}

/** Whether an object is written with its braces, and not as `Record<…>`. */
function isLiteral(tree: Tree, printing: Printing): boolean {
  if (tree.kind !== "object") return false;
  if (tree.members.length > 0 || printing.expanded) return true;
  return tree.index !== undefined && breaks(printType(tree.index, printing));
}

function printIntersection(of: readonly Tree[], printing: Printing): Doc {
  const out: Doc[] = [];
  let indented = false;
  of.forEach((type, index) => {
    const printed =
      type.kind === "union" ? bracketed(type.of, printing) : printType(type, printing);
    const before = of[index - 1];
    if (before === undefined) {
      out.push(printed);
      return;
    }
    const isObject = isLiteral(type, printing);
    const wasObject = isLiteral(before, printing);
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
    const value = printArgument(index, printing);
    if (!breaks(value)) return ["Record", typeArguments(["string", value])];
  }
  return ["{", indent([lineBreak, printMembers(tree, printing)]), lineBreak, "}"];
}

export function printMembers({ members, index }: ObjectTree, printing: Printing): Doc {
  const docs = members.map((member) => printMember(member, printing));
  const key = group(["[", indent([softLine, "name: string"]), softLine, "]"]);
  if (index) docs.push([key, ": ", printType(index, printing), ";"]);
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

/** A choice among type arguments is not indented once more. */
function printArgument(tree: Tree, printing: Printing): Doc {
  return tree.kind === "union" && !isHugged(tree.of)
    ? group(choicesOf(tree.of, printing, false))
    : printType(tree, printing);
}
