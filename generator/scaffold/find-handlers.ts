import {
  type ClassDeclaration,
  type ClassExpression,
  type Expression,
  Node,
  type ObjectLiteralExpression,
  type SourceFile,
  SyntaxKind,
  type TypeNode,
} from "ts-morph";
import type { ChapterStubs } from "./stubs.js";

export type Container = ObjectLiteralExpression | ClassDeclaration | ClassExpression;

/** The place in a handlers file where the handlers of one chapter are. */
export interface Found {
  readonly container: Container;
  /** Whether the compiler refuses a member there that is no handler. */
  readonly isExact: boolean;
  /** Whether the people who wrote it chose which handlers there are: `Partial<…>`. */
  readonly isPartial: boolean;
}

/** What a handlers file says of chapters. */
export interface HandlersInFile {
  /** By the chapter's key. */
  readonly chapters: ReadonlyMap<string, Found>;
  /** Where the chapters come together for the server, if the file has such an object. */
  readonly assembly: ObjectLiteralExpression | undefined;
  /** Names that the file imports or declares, by what they are called where they come from. */
  readonly localNames: ReadonlyMap<string, string>;
}

/**
 * Finds handlers however people arrange them: an object or class with the chapter's interface as its
 * type, `satisfies`, what a function with that result returns, or a member of the object that is
 * given to `plugin()`.
 */
export function findHandlers(file: SourceFile, chapters: readonly ChapterStubs[]): HandlersInFile {
  const localNames = importedNames(file);
  const byType = new Map(
    chapters.map((chapter) => [localNames.get(chapter.type) ?? chapter.type, chapter.key]),
  );
  const byQualifiedType = new Map<string, string>(chapters.map(({ type, key }) => [type, key]));
  const keys = new Set<string>(chapters.map(({ key }) => key));
  const whole = localNames.get("Handlers") ?? "Handlers";
  const found = new Map<string, Found>();
  const assemblies: ObjectLiteralExpression[] = [];

  const keep = (key: string, place: Found): void => {
    if (!found.has(key)) found.set(key, place);
  };

  /** The chapter whose handlers a type is, or all chapters. */
  const meaning = (
    type: Node,
  ): { readonly key: string | "all"; readonly isPartial: boolean } | undefined => {
    if (Node.isIndexedAccessTypeNode(type)) {
      const index = type.getIndexTypeNode();
      const literal = Node.isLiteralTypeNode(index) ? index.getLiteral() : undefined;
      const key = Node.isStringLiteral(literal) ? literal.getLiteralValue() : undefined;
      const object = type.getObjectTypeNode().getText().split(".").at(-1);
      return key !== undefined && keys.has(key) && object === whole
        ? { key, isPartial: false }
        : undefined;
    }
    if (!Node.isTypeReference(type) && !Node.isExpressionWithTypeArguments(type)) return undefined;
    const name = Node.isTypeReference(type) ? type.getTypeName() : type.getExpression();
    const words = name.getText().split(".");
    const last = words.at(-1) ?? "";
    const [argument] = type.getTypeArguments();
    if (argument !== undefined && /^(Partial|Readonly|Required|Promise|HandlersOf)$/.test(last)) {
      const inner = meaning(argument);
      return inner && { ...inner, isPartial: inner.isPartial || last === "Partial" };
    }
    if (last === whole) return { key: "all", isPartial: false };
    const key = words.length > 1 ? byQualifiedType.get(last) : byType.get(last);
    return key === undefined ? undefined : { key, isPartial: false };
  };

  const typed = (type: TypeNode | undefined, value: Node | undefined, isExact: boolean): void => {
    const meant = type && meaning(type);
    if (meant === undefined) return;
    const container = value && containerOf(value);
    if (container === undefined) return;
    if (meant.key !== "all") keep(meant.key, { container, isExact, isPartial: meant.isPartial });
    else if (Node.isObjectLiteralExpression(container)) assemblies.push(container);
  };

  for (const node of file.getDescendants()) {
    if (Node.isVariableDeclaration(node) || Node.isPropertyDeclaration(node)) {
      typed(node.getTypeNode(), node.getInitializer(), true);
    } else if (Node.isSatisfiesExpression(node)) {
      typed(node.getTypeNode(), node.getExpression(), true);
    } else if (Node.isAsExpression(node)) {
      typed(node.getTypeNode(), node.getExpression(), false);
    } else if (
      Node.isFunctionDeclaration(node) ||
      Node.isFunctionExpression(node) ||
      Node.isArrowFunction(node) ||
      Node.isMethodDeclaration(node)
    ) {
      typed(node.getReturnTypeNode(), returned(node.getBody()), true);
    } else if (Node.isClassDeclaration(node) || Node.isClassExpression(node)) {
      for (const clause of node.getImplements()) typed(clause, node, false);
    } else if (Node.isCallExpression(node)) {
      const callee = node.getExpression().getText().split(".").at(-1);
      const given = node.getArguments()[2];
      if (callee !== (localNames.get("plugin") ?? "plugin") || given === undefined) continue;
      const container = containerOf(given);
      if (Node.isObjectLiteralExpression(container)) assemblies.push(container);
    }
  }
  for (const assembly of assemblies) {
    for (const property of assembly.getProperties()) {
      const name = nameOf(property);
      if (name === undefined || !keys.has(name)) continue;
      const value = Node.isPropertyAssignment(property)
        ? property.getInitializer()
        : Node.isShorthandPropertyAssignment(property)
          ? property.getNameNode()
          : undefined;
      const container = value && containerOf(value);
      if (container) keep(name, { container, isExact: false, isPartial: false });
    }
  }
  return { chapters: found, assembly: assemblies[0], localNames };
}

/** The name of a member; `undefined` for a spread, an index or a computed name. */
export function nameOf(member: Node): string | undefined {
  if (
    !Node.isPropertyAssignment(member) &&
    !Node.isShorthandPropertyAssignment(member) &&
    !Node.isMethodDeclaration(member) &&
    !Node.isGetAccessorDeclaration(member) &&
    !Node.isPropertyDeclaration(member)
  ) {
    return undefined;
  }
  const name = member.getNameNode();
  if (Node.isStringLiteral(name)) return name.getLiteralValue();
  return Node.isIdentifier(name) ? name.getText() : undefined;
}

/**
 * The names of all members, each with the member that brings it: itself, or the spread of another
 * object of the file. `undefined` where there may be others that the file does not show.
 */
export function membersOf(
  container: Container,
  above: readonly Container[] = [],
): ReadonlyMap<string, Node> | undefined {
  const members = new Map<string, Node>();
  if (!Node.isObjectLiteralExpression(container)) {
    if (container.getExtends() !== undefined) return undefined;
    for (const member of container.getMembers()) {
      const name = nameOf(member);
      if (name !== undefined) members.set(name, member);
    }
    return members;
  }
  const around = [...above, container];
  for (const property of container.getProperties()) {
    const name = nameOf(property);
    if (name !== undefined) members.set(name, property);
    if (!Node.isSpreadAssignment(property)) continue;
    const spread = containerOf(property.getExpression());
    // Objects that spread each other are a mistake of their own.
    const inner = spread && !around.includes(spread) ? membersOf(spread, around) : undefined;
    if (inner === undefined) return undefined;
    for (const each of inner.keys()) members.set(each, property);
  }
  return members;
}

/** The object or class that an expression stands for, where the file shows it. */
function containerOf(value: Node, hops = 0): Container | undefined {
  // Names that stand for each other in a circle end here.
  if (hops > 8) return undefined;
  const next = (inner: Node | undefined) => inner && containerOf(inner, hops + 1);
  if (Node.isObjectLiteralExpression(value)) return value;
  if (Node.isClassDeclaration(value) || Node.isClassExpression(value)) return value;
  if (
    Node.isParenthesizedExpression(value) ||
    Node.isAsExpression(value) ||
    Node.isSatisfiesExpression(value) ||
    Node.isNonNullExpression(value) ||
    Node.isNewExpression(value)
  ) {
    return next(value.getExpression());
  }
  if (Node.isCallExpression(value) && value.getExpression().getText() === "Object.freeze") {
    return next(value.getArguments()[0]);
  }
  if (!Node.isIdentifier(value)) return undefined;
  const file = value.getSourceFile();
  const name = value.getText();
  const declared =
    file.getVariableDeclaration(name)?.getInitializer() ??
    file.getClass(name) ??
    file
      .getDescendantsOfKind(SyntaxKind.VariableDeclaration)
      .find((declaration) => declaration.getName() === name)
      ?.getInitializer();
  return next(declared);
}

/** What a function's body gives back, if it is said in one place. */
function returned(body: Node | undefined): Expression | undefined {
  if (body === undefined || Node.isExpression(body)) return body;
  const statements = Node.isBlock(body) ? body.getStatements() : [];
  const last = statements.findLast((statement) => Node.isReturnStatement(statement));
  return Node.isReturnStatement(last) ? last.getExpression() : undefined;
}

function importedNames(file: SourceFile): Map<string, string> {
  const specifiers = file.getImportDeclarations().flatMap((each) => each.getNamedImports());
  return new Map(
    specifiers.map((each) => [each.getName(), each.getAliasNode()?.getText() ?? each.getName()]),
  );
}
