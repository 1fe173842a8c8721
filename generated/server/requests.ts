// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:10aba91824199819

/**
 * Reads requests as their operations are documented, and says what is wrong with them.
 *
 * @module
 */
import type { Body } from "./bodies.js";
import { sentence } from "./sentence.js";
import { Refusal } from "./entries.js";
import type { Incoming, Request } from "./entries.js";
import { readInputs } from "./inputs.js";
import type { InputValues, Pairs } from "./inputs.js";
import type { Operation, Reading } from "./prepare.js";
import type { BodyInput, Check, Conventions } from "./runtime.js";

/** Path and query of a request as they came. */
export interface Raw {
  readonly path: string;
  readonly query: string;
}

/** What the handler is asked with, or what is wrong with that. */
export function requestOf(
  operation: Operation,
  values: readonly string[],
  all: Pairs,
  incoming: Incoming,
  body: Body,
  { unknownQuery }: Conventions,
  raw: Raw,
): Request | Refusal {
  const { names, params, query, headers, cookies, body: input, styled } = operation;
  const own = styled?.query(raw.query);
  const pairs = own === undefined ? all : all.filter(([name]) => !own.taken.has(name));
  const path = names.length === 0 ? {} : readInputs(pairsOf(names, values), params.kinds);
  const queried = pairs.length === 0 ? {} : readInputs(pairs, query.kinds);
  const named = headers.names.length === 0 ? {} : headersOf(headers, incoming);
  const request = {
    path: styled === undefined ? path : { ...path, ...styled.path(operation.path, raw.path) },
    query: own === undefined ? queried : { ...queried, ...own.values },
    headers:
      styled === undefined
        ? named
        : { ...named, ...styled.headers((name) => incoming.header(name)) },
    ...(styled && { cookies: styled.cookies(incoming.header("cookie")) }),
    ...(body.value !== undefined && { body: body.value }),
  };
  return (
    // A path that cannot be is one where nothing is.
    wrong(404, "path", request.path, params.check) ??
    (unknownQuery === 400 ? unknownName(pairs, query) : undefined) ??
    wrong(400, "query", request.query, query.check) ??
    wrong(400, "headers", request.headers, headers.check) ??
    wrong(400, "cookies", request.cookies ?? {}, cookies.check) ??
    wrongBody(input, body) ??
    request
  );
}

function pairsOf(names: readonly string[], values: readonly string[]): Pairs {
  return names.map((name, index) => [name, values[index] ?? ""]);
}

/** Documented headers under their documented names, however the client wrote them. */
function headersOf({ names, kinds }: Operation["headers"], incoming: Incoming): InputValues {
  const said = names.flatMap(([name, key]): [string, string][] => {
    const text = incoming.header(key);
    return text === undefined ? [] : [[name, text]];
  });
  return readInputs(said, kinds);
}

function unknownName(pairs: Pairs, { kinds }: Reading): Refusal | undefined {
  const [name] = pairs.find(([each]) => !kinds.has(each)) ?? [];
  if (name === undefined) return undefined;
  return new Refusal(400, `query must not have ${JSON.stringify(name)}.`);
}

function wrong(
  status: number,
  side: string,
  value: unknown,
  check: Check | undefined,
): Refusal | undefined {
  if (check === undefined) return undefined;
  try {
    return check(value) ? undefined : new Refusal(status, sentence(side, check.errors));
  } catch (error) {
    // A schema that holds itself is checked one call deeper for each level.
    if (error instanceof RangeError)
      return new Refusal(status, `The ${side} is nested too deeply.`);
    throw error;
  }
}

function wrongBody(input: BodyInput | undefined, { value, isJson }: Body): Refusal | undefined {
  if (input === undefined || !isJson) return undefined;
  if (value !== undefined) return wrong(400, "body", value, input.check);
  return input.optional ? undefined : new Refusal(400, "body is missing.");
}
