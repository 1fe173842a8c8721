import detectIndent from "detect-indent";
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

/**
 * The text of a package.json with these scripts added behind those it has, laid out as it is; every
 * other byte stays. (`modify` of jsonc-parser lays out the member before, too.)
 */
export function withScripts(manifest: string, scripts: Readonly<Record<string, string>>): string {
  const mark = manifest.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = manifest.slice(mark.length);
  const root = parseTree(text);
  if (root === undefined) return manifest;
  const known = findNodeAtLocation(root, ["scripts"]);
  const layout: Layout = {
    indent: detectIndent(text).indent || "  ",
    end: text.includes("\r\n") ? "\r\n" : "\n",
  };
  const members = Object.entries(scripts).map(
    ([name, command]) => [name, JSON.stringify(command)] as const,
  );
  if (known !== undefined) return mark + withMembers(text, known, members, 2, layout);
  const { indent, end } = layout;
  const isLine = !text.trimEnd().includes("\n") && (root.children?.length ?? 0) > 0;
  const inner = members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  const object = isLine
    ? `{ ${inner.join(", ")} }`
    : `{${inner.map((each) => `${end}${indent}${indent}${each}`).join(",")}${end}${indent}}`;
  return mark + withMembers(text, root, [["scripts", object]], 1, layout);
}

interface Layout {
  readonly indent: string;
  readonly end: string;
}

/** `text` with members behind those of `object`, each on a line of its own where those are. */
function withMembers(
  text: string,
  object: Node,
  members: readonly (readonly [name: string, value: string])[],
  depth: number,
  { indent, end }: Layout,
): string {
  const last = object.children?.at(-1);
  const close = object.offset + object.length - 1;
  const isLine = last !== undefined && !text.slice(object.offset, close).includes("\n");
  const lead = isLine ? " " : end + indent.repeat(depth);
  const added = members.map(([name, value]) => `${lead}${JSON.stringify(name)}: ${value}`);
  if (last === undefined) {
    const inside = added.join(",") + end + indent.repeat(depth - 1);
    return text.slice(0, object.offset + 1) + inside + text.slice(close);
  }
  const at = last.offset + last.length;
  return `${text.slice(0, at)},${added.join(",")}${text.slice(at)}`;
}
