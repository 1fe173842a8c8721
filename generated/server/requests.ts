// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:a251a3ead6a8da21

/**
 * Reads requests as their operations are documented, and says what is wrong with them.
 *
 * @module
 */
import { sentence } from "./checks.js";
import { Refusal } from "./entries.js";
import type { Entry, Found, Incoming, Request } from "./entries.js";
import { readInputs } from "./inputs.js";
import type { InputValues } from "./inputs.js";
import type { Inputs, JsonValue, RequestContent } from "./runtime.js";

/** A body that was read. */
export interface Body {
  readonly value: JsonValue | RequestContent | undefined;
  readonly isJson: boolean;
}

/** The body of a request, read as one of these operations has it. */
export async function bodyOf(
  served: readonly Found[],
  { content, headers }: Incoming,
  limit: number,
): Promise<Body> {
  const inputs = served.flatMap(({ entry }) => entry.body ?? []);
  if (inputs.length === 0 || content === undefined) return { value: undefined, isJson: true };
  const said = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const others = inputs.filter(({ mediaType }) => mediaType !== undefined);
  const isJson = /^$|[/+]json$/.test(said);
  const takesOther = others.some(({ mediaType = "" }) => !mediaType.endsWith("json"));
  const named = others.some(({ mediaType }) => mediaType === said);
  if (named || (takesOther && (!isJson || others.length === inputs.length))) {
    return { value: content, isJson: false };
  }
  const text = await textOf(content, limit);
  if (text.trim() === "") return { value: undefined, isJson: true };
  if (!isJson) throw new Refusal(415, `The body must be application/json, and not ${said}.`);
  return { value: parsed(text), isJson: true };
}

async function textOf(content: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Not `for await`: leaving that loop destroys the stream, and with it the way for the answer.
  const reader = content[Symbol.asyncIterator]();
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) {
    length += next.value.length;
    if (length > limit) throw new Refusal(413, `The body has more than ${limit} bytes.`);
    pieces.push(next.value);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function parsed(text: string): JsonValue {
  try {
    if (!/__proto__|\\u005f/i.test(text)) return JSON.parse(text);
    // A member of this name would become a prototype where a handler copies it.
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__") throw new SyntaxError("__proto__ cannot be the name of a member");
      return value;
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : "unreadable";
    throw new Refusal(400, `The body is not valid JSON: ${why}.`);
  }
}

export interface Asking {
  readonly request: Request;
  readonly refusal?: Refusal;
}

/** What the handler is asked with, and what is wrong with it, if anything. */
export function requestOf({ entry, path }: Found, incoming: Incoming, body: Body): Asking {
  const params = readInputs(path, entry.params);
  const query = readInputs(incoming.searchParams, entry.query);
  const headers = headersOf(incoming.headers, entry.headers);
  const request = {
    path: params,
    query,
    headers,
    ...(body.value !== undefined && { body: body.value }),
  };
  const refusal =
    // A path that cannot be is one where nothing is.
    wrong(404, "path", params, entry.params) ??
    wrong(400, "query", query, entry.query) ??
    wrong(400, "headers", headers, entry.headers) ??
    wrongBody(entry, body);
  return { request, ...(refusal && { refusal }) };
}

/** Documented headers under their documented names, however the client wrote them. */
function headersOf(headers: Headers, inputs: Inputs | undefined): InputValues {
  const names = Object.keys(inputs?.read ?? {});
  const said = names.flatMap((name): [string, string][] => {
    const text = headers.get(name);
    return text === null ? [] : [[name, text]];
  });
  return readInputs(said, inputs);
}

function wrong(
  status: number,
  side: string,
  value: unknown,
  inputs: Inputs | undefined,
): Refusal | undefined {
  const { check } = inputs ?? {};
  return check === undefined || check(value)
    ? undefined
    : new Refusal(status, sentence(side, check.errors));
}

function wrongBody({ body: input }: Entry, { value, isJson }: Body): Refusal | undefined {
  if (input === undefined || !isJson) return undefined;
  if (value === undefined) {
    return input.optional ? undefined : new Refusal(400, "body is missing.");
  }
  return wrong(400, "body", value, input);
}
