import ts from "typescript";
import { client } from "../../generator/emit/client/index.js";
import type { PlannedFile } from "../../generator/emit/emitter.js";
import { server } from "../../generator/emit/server/index.js";
import type { ApiModel } from "../../generator/openapi/model.js";

/** What of an answer's body a module says: nothing, anything, what is no JSON, or a type. */
type Body = "none" | "any" | "content" | `json ${string}`;

/** By the name of the operation and the status: `listImages 200`. */
export type Said = ReadonlyMap<string, Body>;

/** What client, which may be planned already, and server say of the body of every answer. */
export async function saidOfBodies(
  model: ApiModel,
  planned?: readonly PlannedFile[],
): Promise<{ readonly client: Said; readonly server: Said }> {
  return {
    client: said(planned ?? (await client.plan(model)), /^(\w+)(?:Result|Answer)$/, [
      "Success",
      "Failure",
    ]),
    server: said(await server.plan(model), /^(\w+)(?:Reply|Answer)$/, ["Reply"]),
  };
}

function said(files: readonly PlannedFile[], name: RegExp, answers: readonly string[]): Said {
  const found = new Map<string, Body>();
  for (const { path, text } of files) {
    // Not the document, which would be read as a program of megabytes, nor the types, nor what is copied.
    if (!/^(?:client|server)\/[^/]+\.ts$/.test(path)) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    for (const statement of file.statements) {
      if (!ts.isTypeAliasDeclaration(statement)) continue;
      const operation = name.exec(statement.name.text)?.[1];
      if (operation === undefined) continue;
      const members = ts.isUnionTypeNode(statement.type) ? statement.type.types : [statement.type];
      for (const member of members) {
        const [status, body] = answerOf(member, answers, file)?.typeArguments ?? [];
        if (status === undefined || body === undefined) continue;
        const key = status.getText(file).replace(/^Exclude<(.*), .*>$/s, "$1");
        found.set(`${operation} ${key}`, kindOf(body.getText(file)));
      }
    }
  }
  return found;
}

/** The answer itself, behind what is said of its headers. */
function answerOf(
  type: ts.TypeNode,
  answers: readonly string[],
  file: ts.SourceFile,
): ts.TypeReferenceNode | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined;
  if (answers.includes(type.typeName.getText(file).replace(/_$/, ""))) return type;
  const [first] = type.typeArguments ?? [];
  return first === undefined ? undefined : answerOf(first, answers, file);
}

function kindOf(type: string): Body {
  // What the client gives of a body where its caller asks for some members is that body.
  const line = type.replace(/\s+/g, " ").replace(/< /g, "<").replace(/ >/g, ">");
  const whole = line.replace(/^Only_?<\w+, ([^,]*(?:<[^<>]*>)?)(?:, "[^"]*")?>$/, "$1");
  const plain = whole.replace(/ \| undefined$/, "").replace(/<[^<>]*>/g, "");
  if (plain === "undefined") return "none";
  if (/^(unknown|JsonValue_?)$/.test(plain)) return "any";
  if (/^(Download|Content|string)_?$/.test(plain)) return "content";
  // Of one microversion or of all: it is the same type.
  return `json ${plain.replace(/At$/, "")}`;
}
