// Reads the declarations of a types.ts: what each is made from, and the members with the names in
// their types. The shapes of single versions (`Server_2_53`, `ServerAt`) are left out.
import ts from "typescript";

const printer = ts.createPrinter();

/** Whether a name is the shape of one version, or what chooses one. */
const ofVersion = (name, all) =>
  /_\d[\d_]*$/.test(name) || (name.endsWith("At") && all.has(name.slice(0, -2)));

/**
 * By name: `{ from, fits, of, members }`. `from` is the type that it is derived from (`Pick<Server,
 * …>`, `extends Server`), `fits` that one if it takes it, `of` names that an alias leads to,
 * `members` what stands in it.
 */
export function readDeclarations(text) {
  const source = ts.createSourceFile("types.ts", text, ts.ScriptTarget.Latest, true);
  const statements = source.statements.filter(
    (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
  );
  const exported = statements.filter(({ modifiers }) =>
    modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  const all = new Set(exported.map(({ name }) => name.text));
  const known = new Set(statements.map(({ name }) => name.text));
  const declared = new Map();
  for (const statement of statements) {
    const name = statement.name.text;
    declared.set(name, {
      exported: all.has(name),
      ofVersion: ofVersion(name, all),
      ...read(statement, known, source),
    });
  }
  return { declared, exports: exported.map(({ name }) => name.text) };
}

function read(statement, known, source) {
  if (ts.isTypeAliasDeclaration(statement)) {
    const parts = partsOf(statement.type, known, source);
    return { ...parts, text: textOf(statement.type, source) };
  }
  const heritage = (statement.heritageClauses ?? []).flatMap(({ types }) => types);
  const from = heritage.flatMap((type) => namesIn(type, known));
  const fits = heritage.flatMap(({ expression }) => namesIn(expression, known));
  return { from, fits, of: [], members: membersOf(statement.members, known, source), text: "" };
}

/** `Pick<A, …>`, `Omit<A, …>` and `A & { … }` are derived from A. */
function partsOf(type, known, source) {
  if (ts.isTypeReferenceNode(type) && type.typeArguments !== undefined) {
    const word = type.typeName.getText(source);
    if (["Pick", "Omit", "Partial", "Required", "WithRequired"].includes(word))
      return { from: namesIn(type.typeArguments[0], known), of: [], members: [] };
  }
  if (ts.isIntersectionTypeNode(type)) {
    const parts = type.types.map((part) => partsOf(part, known, source));
    return {
      from: parts.flatMap(({ from, of }) => [...from, ...of]),
      fits: parts.flatMap(({ of }) => of),
      of: [],
      members: parts.flatMap(({ members }) => members),
    };
  }
  if (ts.isTypeLiteralNode(type))
    return { from: [], of: [], members: membersOf(type.members, known, source) };
  return { from: [], of: namesIn(type, known), members: [] };
}

function membersOf(members, known, source) {
  return members.flatMap((member) => {
    if (ts.isIndexSignatureDeclaration(member))
      return [{ name: "*", names: namesIn(member.type, known) }];
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(source);
    return [{ name, names: namesIn(member.type, known) }];
  });
}

/** Declared names in a type, in their order. */
function namesIn(node, known) {
  const found = [];
  const visit = (one) => {
    if (ts.isIdentifier(one) && known.has(one.text)) found.push(one.text);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return [...new Set(found)];
}

const textOf = (node, source) => printer.printNode(ts.EmitHint.Unspecified, node, source);
