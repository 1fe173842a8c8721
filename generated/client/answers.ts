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

// Written out: compilers need many steps to make a number of each word.
/** Statuses of errors that services answer with. */
// prettier-ignore
interface Usual {
  readonly "4XX":
    | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414
    | 415 | 416 | 417 | 418 | 419 | 420 | 421 | 422 | 423 | 424 | 425 | 426 | 427 | 428 | 429;
  readonly "5XX":
    | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 509;
}

/** Statuses of errors that hardly any documentation has. */
// prettier-ignore
interface Unusual {
  readonly "4XX":
    | 430 | 431 | 432 | 433 | 434 | 435 | 436 | 437 | 438 | 439 | 440 | 441 | 442 | 443 | 444
    | 445 | 446 | 447 | 448 | 449 | 450 | 451 | 452 | 453 | 454 | 455 | 456 | 457 | 458 | 459
    | 460 | 461 | 462 | 463 | 464 | 465 | 466 | 467 | 468 | 469 | 470 | 471 | 472 | 473 | 474
    | 475 | 476 | 477 | 478 | 479 | 480 | 481 | 482 | 483 | 484 | 485 | 486 | 487 | 488 | 489
    | 490 | 491 | 492 | 493 | 494 | 495 | 496 | 497 | 498 | 499;
  readonly "5XX":
    | 510 | 511 | 512 | 513 | 514 | 515 | 516 | 517 | 518 | 519 | 520 | 521 | 522 | 523 | 524
    | 525 | 526 | 527 | 528 | 529 | 530 | 531 | 532 | 533 | 534 | 535 | 536 | 537 | 538 | 539
    | 540 | 541 | 542 | 543 | 544 | 545 | 546 | 547 | 548 | 549 | 550 | 551 | 552 | 553 | 554
    | 555 | 556 | 557 | 558 | 559 | 560 | 561 | 562 | 563 | 564 | 565 | 566 | 567 | 568 | 569
    | 570 | 571 | 572 | 573 | 574 | 575 | 576 | 577 | 578 | 579 | 580 | 581 | 582 | 583 | 584
    | 585 | 586 | 587 | 588 | 589 | 590 | 591 | 592 | 593 | 594 | 595 | 596 | 597 | 598 | 599;
}

/** The statuses that a range of the documentation stands for: `4XX` is 400, 401 to 499. */
export type StatusIn<Range extends string> = Range extends keyof Usual
  ? Usual[Range] | Unusual[Range]
  : Range extends `${infer Class}XX`
    ? Numeric<`${Class}${Digit}${Digit}`>
    : never;

/**
 * The answers that an operation may have beside those `Documented`. Of 2XX and 3XX only what is
 * registered: all of their hundreds would cost compilers half as many types again.
 */
export type OtherThan<Documented extends number> =
  | OtherSuccess<Documented>
  | Failure<
      Exclude<Numeric<`30${Digit}`> | Errors<Usual>, Documented> | Rest<Documented>,
      unknown,
      false
    >;

type Errors<Statuses extends Usual | Unusual> = Statuses["4XX" | "5XX"];

/** Compilers look at each of what they exclude from: these they take whole, unless one is documented. */
type Rest<Documented extends number> = [Errors<Unusual> & Documented] extends [never]
  ? Errors<Unusual>
  : Exclude<Errors<Unusual>, Documented>;

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
