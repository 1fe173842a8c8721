// What generated TypeScript consists of: which syntax stands in which, and what is called. Words of
// the docs that left their comment or string would show as syntax that no clean document gives.
import ts from "typescript";

/** Modules whose names no docs decide: what is copied as it stands, and one of each other kind. */
const fixed = new Set(
  (
    "types.ts microversion.ts client/answers.ts client/bound.ts client/authorization.ts " +
    "client/errors.ts client/faults.ts client/styles.ts client/above-version.ts " +
    "client/of-caller.ts client/within.ts " +
    "client/fields.ts client/index.ts client/message.ts client/negotiation.ts client/redirects.ts " +
    "client/request.ts client/runtime.ts server/bodies.ts server/checks.ts server/choosing.ts " +
    "server/context.ts server/dispatch.ts server/entries.ts server/fastify.ts server/faults.ts " +
    "server/fields.ts server/incoming.ts server/index.ts server/inputs.ts server/json.ts " +
    "server/microversions.ts " +
    "server/paths.ts server/prepare.ts server/refusals.ts server/replies.ts server/requests.ts " +
    "server/responder.ts server/router.ts server/runtime.ts server/service.ts server/targets.ts " +
    "server/validators.ts"
  ).split(" "),
);

/** The part that the file at `path` plays among all; chapters and services have names of their own. */
export function roleOf(path, service, paths) {
  if (fixed.has(path)) return path;
  // A chapter that is called like its service has the name: that of the service says what it is.
  const other = `client/${service}-client.ts`;
  if (paths.has(other)) return path === other ? "client/SERVICE.ts" : chapter(path);
  const home = `client/${service}.ts`;
  // Of a service called Request: a module that is copied has that name already.
  const own = fixed.has(home) ? path.replace(/-\d+(?=\.ts$)/, "") : path;
  return own === home ? "client/SERVICE.ts" : chapter(path);
}

function chapter(path) {
  return path.replace(/\/.*/, "/CHAPTER.ts");
}

/** Every shape in `text`, each once; `undefined` when it is no TypeScript. */
export function shapesOf(text) {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ES2022, true);
  if (file.parseDiagnostics.length > 0) return undefined;
  const own = new Set();
  const shapes = new Set();
  const declare = (node) => {
    if ("name" in node && node.name && ts.isIdentifier(node.name)) own.add(node.name.text);
    ts.forEachChild(node, declare);
  };
  const visit = (node) => {
    const kind = nameOf(node);
    if (ts.isCallExpression(node)) shapes.add(`call > ${calleeOf(node.expression, own)}`);
    ts.forEachChild(node, (child) => {
      shapes.add(`${kind} > ${nameOf(child)}`);
      visit(child);
    });
  };
  declare(file);
  visit(file);
  return shapes;
}

/** The names of the functions that a module exports. */
export function functionsOf(text) {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.ES2022, false);
  return file.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text);
}

function calleeOf(node, own) {
  if (ts.isIdentifier(node)) return own.has(node.text) ? "(own)" : node.text;
  if (ts.isPropertyAccessExpression(node)) return `.${node.name.text}`;
  return nameOf(node);
}

// The first name of a kind: `SyntaxKind` has several for some numbers.
const names = new Map();
for (const [name, kind] of Object.entries(ts.SyntaxKind)) {
  if (typeof kind === "number" && !names.has(kind)) names.set(kind, name);
}

/** Types that say nothing but what a value is: one may stand wherever another does. */
const plainTypes = new Set(
  (
    "StringKeyword NumberKeyword BooleanKeyword NeverKeyword UnknownKeyword UndefinedKeyword " +
    "LiteralType TypeReference ArrayType UnionType TypeLiteral ParenthesizedType"
  ).split(" "),
);

function nameOf(node) {
  const name = kindOf(node);
  return plainTypes.has(name) ? "Type" : name;
}

function kindOf(node) {
  return names.get(node.kind) ?? String(node.kind);
}
