// Part of restanza's server, copied as it stands. Edits are lost with the next run.
// sources sha256:0e62a112d35490ff

/**
 * What handlers reply with: documented statuses with what belongs to them.
 *
 * @module
 */

declare const documented: unique symbol;

/**
 * A documented answer. Only a {@link Responder} makes one, so that each is checked where it is
 * written.
 */
export interface Reply<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly [documented]: true;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberOf<Words> = Words extends `${infer Value extends number}` ? Value : never;

/** Every status of a range that the documentation names, such as `"4XX"`. */
export type StatusIn<Range extends string> = Range extends `${infer Class}XX`
  ? NumberOf<`${Class}${Digit}${Digit}`>
  : never;

/** Headers of an answer by name; names in lower case. */
export type ReplyHeaders = Readonly<Record<string, string>>;

/** An answer that does not go without these headers. */
export type WithHeaders<Answer extends AnyReply, Header extends string> = Answer & {
  readonly headers: ReplyHeaders & Readonly<Record<Header, string>>;
};

export interface AnyReply extends Reply<number, unknown> {
  readonly headers?: ReplyHeaders;
}

/** A body that is not JSON: as a text, as bytes, or as they come. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Answers with one of the documented statuses and with what belongs to it, no less and no more:
 * a member that the documentation does not have is an error even when it comes from a variable.
 */
export type Responder<Replies extends AnyReply> = <
  Status extends Replies["status"] | (number & {}),
  Body extends Chosen<Replies, Status>["body"],
>(
  status: Documented<Status, Replies["status"]>,
  ...rest: Rest<Chosen<Replies, Status>, Body>
) => Replies;

/** The answers of an operation by microversion: `replies` are those at `version`. */
export interface ByVersion {
  readonly version: string;
  readonly replies: AnyReply;
}

/** The answers of an operation that has the same at every microversion. */
export interface Always<Replies extends AnyReply> extends ByVersion {
  readonly replies: Replies;
}

type At<Versions extends ByVersion, Version extends string> = (Versions & {
  readonly version: Version;
})["replies"];

/** The same, with an answer as it is at one microversion. */
export type ResponderAt<Versions extends ByVersion, Replies extends AnyReply> = <
  Version extends string,
  Status extends Replies["status"] | (number & {}),
  Body extends Chosen<At<Versions, Version>, Status>["body"],
>(
  microversion: Version,
  status: Documented<Status, At<Versions, Version>["status"]>,
  ...rest: Rest<Chosen<At<Versions, Version>, Status>, Body>
) => Replies;

/**
 * A status, or those that there are: a compiler that refuses one says the others, a whole range by
 * its name, of which it would leave out most. As a type of its own it would be called by that name.
 */
type Documented<Status, Known> = Status extends Known
  ? Status
  : {
      [Range in `${2 | 3 | 4 | 5}XX`]: StatusIn<Range> extends Known
        ? Range
        : Extract<Known, StatusIn<Range>>;
    }[`${2 | 3 | 4 | 5}XX`];

/** The answers of a status. Also where the documentation names no status: then any will do. */
type Chosen<Replies extends AnyReply, Status> = Replies extends { readonly status: infer Known }
  ? Status extends Known
    ? Replies
    : never
  : never;

type Rest<Answer extends AnyReply, Body> = [Answer] extends [never]
  ? // What stands behind a status that is not documented does not matter.
    readonly unknown[]
  : "headers" extends keyof Answer
    ? [body: Exact<Body, Answer["body"]>, headers: Answer["headers"]]
    : [Answer["body"]] extends [undefined]
      ? [body?: undefined, headers?: ReplyHeaders]
      : [Content] extends [Answer["body"]]
        ? [body: Content, headers?: ReplyHeaders]
        : [body: Exact<Body, Answer["body"]>, headers?: ReplyHeaders];

/** `Actual`, in which each member that `Shape` does not have is impossible. */
type Exact<Actual, Shape> =
  Same<Actual, Shape> extends true
    ? Actual
    : Actual extends readonly (infer Item)[]
      ? Shape extends readonly (infer ShapeItem)[]
        ? readonly Exact<Item, ShapeItem>[]
        : Shape
      : Actual extends object
        ? Shape extends object
          ? {
              [Key in keyof Actual]: Key extends keyof Shape
                ? Exact<Actual[Key], Shape[Key]>
                : `${Key & string} is not documented`;
            }
          : Shape
        : Shape;

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
