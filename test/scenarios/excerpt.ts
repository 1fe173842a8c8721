import ts from "typescript";
import { Document, isCollection, visit } from "yaml";

/**
 * What an expression shows of a JSON or YAML document.
 *
 *   paths./images/{image_id}.get.parameters[0] without description, example
 *   ^ names are divided by dots and may hold dots and slashes: the longest that is there counts
 *                                          ^ an item by its number, or `[name=limit]` by a member
 *                                             ^ members left out wherever they stand
 */
export function excerptOfDocument(document: unknown, expression: string): string {
  const [path = "", left = ""] = expression.split(/ without /);
  const found = follow(document, path.trim());
  if (found === undefined) return "(absent)";
  const dropped = new Set(left.split(",").map((name) => name.trim()));
  return yamlOf(without(found, dropped));
}

function follow(value: unknown, path: string): unknown {
  if (path === "") return value;
  const bracket = /^\[(?:(\d+)|([\w-]+)=([^\]]+))\]\.?/.exec(path);
  if (bracket) {
    if (!Array.isArray(value)) return undefined;
    const [whole, index, name = "", wanted] = bracket;
    const item: unknown =
      index === undefined
        ? value.find((each) => isObject(each) && String(each[name]) === wanted)
        : value[Number(index)];
    return follow(item, path.slice(whole.length));
  }
  if (!isObject(value)) return undefined;
  const key = Object.keys(value)
    .filter((name) => path.startsWith(name) && /^($|[.[])/.test(path.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0];
  if (key === undefined) return undefined;
  return follow(value[key], path.slice(key.length).replace(/^\./, ""));
}

function without(value: unknown, dropped: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, dropped));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !dropped.has(name))
      .map(([name, member]) => [name, without(member, dropped)]),
  );
}

/** YAML in which whatever fits on a line stands on one. */
function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const settings = { lineWidth: 0, flowCollectionPadding: true };
  visit(document, {
    Node(_key, node, path) {
      if (!isCollection(node)) return undefined;
      const length = JSON.stringify(node.toJSON()).replaceAll('"', "").length;
      if (length + path.length * 2 > 88) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString(settings);
}

/** The declaration (with its comment) of `Name`, or the member `Name.member`, in a TypeScript text. */
export function excerptOfCode(text: string, expression: string): string {
  if (expression === "") return text;
  const [name = "", ...members] = expression.split(".");
  const file = ts.createSourceFile("excerpt.ts", text, ts.ScriptTarget.Latest, true);
  const statement = file.statements.find((each) => namesOf(each).includes(name));
  if (statement === undefined) return "(absent)";
  const wanted = members.join(".");
  if (wanted === "") return withComment(statement, file);
  const held = memberList(statement).find((each) => each.name?.getText(file) === wanted);
  if (held === undefined) return "(absent)";
  return withComment(held, file).replace(/\n {2}/g, "\n");
}

function memberList(node: ts.Statement): readonly (ts.TypeElement | ts.ClassElement)[] {
  return ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) ? node.members : [];
}

function withComment(node: ts.Node, file: ts.SourceFile): string {
  return file.text.slice(node.getStart(file, true), node.getEnd());
}

function namesOf(node: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map((each) => each.name.getText());
  }
  const named =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node);
  return named && node.name ? [node.name.text] : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
