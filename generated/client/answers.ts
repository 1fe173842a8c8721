// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What a call is answered with: the types of its results, and the reading of a body.
 *
 * @module
 */

/** What results and errors have in common. */
export interface Answer<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** An answer that did what was asked. */
export interface Success<
  Status extends number,
  Body,
  Documented extends boolean = true,
> extends Answer<Status, Body> {
  readonly ok: true;
  /** Whether the documentation lists the status, so that its body has the documented type. */
  readonly documented: Documented;
}

/** An answer that did not. */
export interface Failure<
  Status extends number,
  Body,
  Documented extends boolean = true,
> extends Answer<Status, Body> {
  readonly ok: false;
  /** Whether the documentation lists the status, so that its body has the documented type. */
  readonly documented: Documented;
  /** What the service said about it, whatever the form of its body. */
  readonly message: string;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Numeric<Words> = Words extends `${infer Value extends number}` ? Value : never;

/** The statuses that a range of the documentation stands for: `4XX` is 400, 401 to 499. */
export type StatusIn<Range extends string> = Range extends `${infer Class}XX`
  ? Numeric<`${Class}${Digit}${Digit}`>
  : never;

/**
 * The answers that an operation may have beside those `Documented`. Of 2XX and 3XX only what is
 * registered: all of their hundreds would cost compilers half as many types again.
 */
export type OtherThan<Documented extends number> =
  | OtherSuccess<Documented>
  | Failure<Exclude<Numeric<`30${Digit}`> | StatusIn<"4XX" | "5XX">, Documented>, unknown, false>;

/** Of them those that did what was asked: `default` tells of all that did not. */
export type OtherSuccess<Documented extends number> = AnySuccess<
  Exclude<Numeric<`20${Digit}`> | 226, Documented>
>;

type AnySuccess<Status extends number> = [Status] extends [never]
  ? never
  : Success<Status, unknown, false>;

export type AnyResult = Success<number, unknown, boolean> | Failure<number, unknown, boolean>;

/** The body that `Result` has when the call succeeds as documented. */
export type BodyOf<Result extends AnyResult> = Extract<
  Result,
  { readonly ok: true; readonly documented: true }
>["body"];

/**
 * A body to download that is neither JSON nor text. `for await`, `new Response(stream)` and Node's
 * `pipeline` and `Readable.fromWeb` take it.
 */
export type Download = NonNullable<Response["body"]> & OtherDeclaration;

/**
 * The DOM's and Node's declarations of one and the same stream refuse each other, over details that
 * no program sees. A method that returns `never` satisfies either, and is never chosen in a call.
 */
interface OtherDeclaration extends AsyncIterable<Uint8Array> {
  getReader(...options: unknown[]): never;
  pipeThrough(...options: unknown[]): never;
  tee(): never;
  values(...options: unknown[]): never;
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array>;
}

/**
 * What a body is. Without any, an object in JSON; `list` is a list in JSON, `json` any value in
 * it; `none` where the documentation has no body, `any` where it says nothing of it.
 */
export type Kind = "list" | "json" | "text" | "stream" | "none" | "any";

/**
 * Reads a body that is no stream: the value of one in JSON, the text of any other. `fits` tells whether it is what
 * the documentation promises; what it promises is never an empty body or a page of a proxy.
 */
export async function read(
  response: Response,
  kind: Kind | undefined,
): Promise<readonly [body: unknown, fits: boolean]> {
  const text = await response.text();
  const open = kind === "any" || kind === "none";
  if (kind === "text") return [text, true];
  if (text === "") return [undefined, open];
  const isLabelled = /json|^$/i.test(response.headers.get("content-type") ?? "");
  try {
    const value: unknown = open && !isLabelled ? undefined : JSON.parse(text);
    // WebOb, which answers for many services, calls JSON `text/html` unless it is told.
    const fits = isOf(kind, value);
    if (isLabelled || fits) return [value, open || kind === "json" || fits];
  } catch {} // not what it says it is, or a page
  return [text, open];
}

/** Whether a value is the list or the object that the documentation promises. */
export function isOf(kind: Kind | undefined, value: unknown): boolean {
  const own = Array.isArray(value) ? "list" : undefined;
  return typeof value === "object" && value !== null && kind === own;
}
