import type { Directive } from "../../rst/blocks.js";
import type { CodeBlock } from "../events.js";
import { spanInLine } from "../prose/lines.js";

const stanza = /^\s*\.\.[ \t]+(rest_method)[ \t]*::[ \t]*(?=\S)/;

/** The lines of `block` that are stanzas with all their words, as directives. */
export function stanzasInCode(block: CodeBlock): readonly Directive[] {
  const lines = block.kind === "directive" ? block.body : block.lines;
  return lines.flatMap((line): readonly Directive[] => {
    const [head = "", name = ""] = stanza.exec(line.text) ?? [];
    if (name === "") return [];
    const indent = line.text.length - line.text.trimStart().length;
    const at = line.text.indexOf(name);
    const said = { ...line, text: line.text.slice(head.length), start: line.start + head.length };
    return [
      {
        kind: "directive",
        name,
        nameSpan: spanInLine(line, at, at + name.length),
        argument: [said],
        options: [],
        body: [],
        blocks: [],
        indent,
        span: spanInLine(line, indent),
      },
    ];
  });
}
