// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Waiting for a resource to come to a state.
 *
 * @module
 */
import { messageOf } from "./message.js";
import { pause } from "./pause.js";
import type { OperationRequest } from "./request.js";
import {
  ResponseError,
  type AnyResult,
  type BodyOf,
  type Call,
  type CallOptions,
} from "./runtime.js";

/** The members that tell a state of what an operation shows: `status`, `provisioning_status`. */
export type StateMember<Body> = StatesIn<ResourceIn<Body>>;

type StatesIn<Value> = Value extends object
  ? string extends keyof Value
    ? string
    : Extract<keyof Value, "status" | `${string}_status`>
  : never;

/** The body itself, or else what it holds. */
type ResourceIn<Body> = Body extends unknown
  ? [StatesIn<Body>] extends [never]
    ? Body[keyof Body]
    : Body
  : never;

/** The states that the documentation has for what an operation shows; any text where it lists none. */
export type StateOf<Body> = StatesAt<ResourceIn<Body>> | (string & {});

type StatesAt<Value> = Value extends object ? Value[StatesIn<Value> & keyof Value] & string : never;

/** Refuses operations that show nothing with a state. */
export type Stateful<Body> = unknown extends Body
  ? unknown
  : [StateMember<Body>] extends [never]
    ? { readonly "what it shows has no status that could be waited for": never }
    : unknown;

/** How to wait; what a call takes holds for each that is made. */
export interface WaitOptions<Body> extends CallOptions {
  /** How long to wait in all, in milliseconds: ten minutes unless given, `Infinity` for ever. */
  readonly timeout?: number | undefined;
  /** The first wait between two looks, in milliseconds, 1,000 unless given; it grows by half. */
  readonly interval?: number | undefined;
  /** The longest wait between two looks; 10,000 unless given. */
  readonly longest?: number | undefined;
  /**
   * The member that tells the state: `provisioning_status`, where there is an `operating_status`, too.
   * Unless given, it is `status`, or the only one that is called like it.
   */
  readonly state?: StateMember<Body> | undefined;
  /** Told of each look. */
  readonly progress?: ((state: string | undefined, body: Body) => void) | undefined;
  /**
   * Whether a state is one that nothing comes of any more; unless given, those are that have error,
   * failed, failure or killed among their words: `ERROR`, `error_deleting`, `CREATE_FAILED`.
   */
  readonly fails?: ((state: string) => boolean) | undefined;
}

/** The same in every copy of this module. */
const brand: unique symbol = Symbol.for("restanza.StateError");

/** A resource came to a state that nothing comes of, or did not come to the wanted one in time. */
export class StateError<Body = unknown> extends Error {
  /** Also true of errors of another copy of this class: each client may have one of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const own = value as { readonly [brand]?: true } | null | undefined;
    return this === StateError ? own?.[brand] === true : super[Symbol.hasInstance](value);
  }

  override readonly name: string = "StateError";
  declare readonly state: string | undefined;
  declare readonly wanted: readonly string[];
  /** What was shown last; not printed with the error. */
  declare readonly body: Body;

  constructor(message: string, state: string | undefined, wanted: readonly string[], body: Body) {
    super(message);
    Object.assign(this, { state, wanted });
    Object.defineProperties(this, { body: { value: body }, [brand]: { value: true } });
  }
}

/**
 * What is left of a resource that was waited for: nothing, where that was its deletion, which any
 * text may stand for.
 */
export type Reached<Body, Wanted extends string> = Wanted extends unknown
  ? string extends Wanted
    ? Body | undefined
    : Lowercase<Wanted> extends `${string}deleted`
      ? Body | undefined
      : Body
  : never;

/** Of a call that is asked for at a microversion of its own, that. */
type AtOwn<At extends string> = [At] extends [never] ? unknown : { readonly microversion?: At };

/**
 * Shows a resource again and again until its status is `wanted`, or one of several, and gives what
 * was shown then: `waitFor(showServerDetails, client, { path: { server_id } }, "ACTIVE")`. States are
 * compared without regard to case. Where one that ends in `DELETED` is waited for, a 404 is the end,
 * and nothing is given. Rejects with a {@link StateError} in a state of failure, which has the words
 * of the fault, and when the time is up; otherwise as `orThrow()` does.
 */
export async function waitFor<
  Caller,
  Request extends OperationRequest,
  Result extends AnyResult,
  const Wanted extends StateOf<BodyOf<Result>>,
  const At extends string = never,
>(
  show: (
    client: Caller,
    request: Request,
    options?: CallOptions & AtOwn<At>,
  ) => Call<Result> & Stateful<BodyOf<Result>>,
  client: Caller,
  request: Request,
  wanted: Wanted | readonly Wanted[],
  options: WaitOptions<NoInfer<BodyOf<Result>>> & { readonly microversion?: At } = {},
): Promise<Reached<BodyOf<Result>, Wanted>> {
  const {
    timeout = 600_000,
    interval = 1000,
    longest = 10_000,
    progress,
    state,
    fails = isFailure,
  } = options;
  const states = [wanted].flat() as readonly string[];
  const isWanted = (state: string): boolean =>
    states.some((one) => one.toLowerCase() === state.toLowerCase());
  const late = timeout === Infinity ? undefined : AbortSignal.timeout(timeout);
  const signals = [options.signal, late].filter((one) => one !== undefined);
  const signal = AbortSignal.any(signals);
  let seen: string | undefined;
  let body: BodyOf<Result> | undefined;
  try {
    for (let wait = interval; ; wait = Math.min(longest, wait * 1.5)) {
      body = await show(client, request, { ...options, timeout: undefined, signal }).orThrow();
      seen = stateOf(body, state);
      progress?.(seen, body);
      if (seen !== undefined && isWanted(seen)) return body as Reached<BodyOf<Result>, Wanted>;
      if (seen !== undefined && fails(seen)) {
        const reason = reasonOf(body);
        throw new StateError(
          `${seen}, not ${states.join(" or ")}${reason && `: ${reason}`}`,
          seen,
          states,
          body,
        );
      }
      // Who waits for the same does not ask at the same moment.
      await pause(wait * (0.75 + Math.random() / 2), signal);
    }
  } catch (error) {
    const isGone = error instanceof ResponseError && error.status === 404;
    if (isGone && states.some((one) => /deleted$/i.test(one)))
      return undefined as Reached<BodyOf<Result>, Wanted>;
    if (late?.aborted !== true || options.signal?.aborted === true) throw error;
    const words = `after ${timeout / 1000} s still ${seen ?? "in no state"}, not ${states.join(" or ")}`;
    throw new StateError(words, seen, states, body);
  }
}

function isFailure(state: string): boolean {
  return /(^|[^a-z])(error|failed|failure|killed)($|[^a-z])/i.test(state);
}

type Members = Readonly<Record<string, unknown>>;

/** The resource in a body: the body itself, or what its one member holds. */
function resourceOf(body: unknown): Members {
  const members = (typeof body === "object" && body !== null ? body : {}) as Members;
  const [only, ...others] = Object.values(members);
  const isWrapper = others.length === 0 && typeof only === "object" && only !== null;
  return isWrapper && !Array.isArray(only) ? (only as Members) : members;
}

/** The member that is asked for, or `status`, or the one that is called like it: `stack_status`. */
function stateOf(body: unknown, asked: string | undefined): string | undefined {
  const members = resourceOf(body);
  const names = Object.keys(members).filter((name) => name.endsWith("_status"));
  if (asked === undefined && members["status"] === undefined && names.length > 1)
    throw new TypeError(
      `${names.join(" and ")} tell states: name one, as \`state\` in the options`,
    );
  const state = members[asked ?? "status"] ?? (asked === undefined && members[names.join()]);
  return typeof state === "string" ? state : undefined;
}

/** What the resource says of its failure: `fault`, `fail_reason`, `status_reason`. */
function reasonOf(body: unknown): string {
  for (const [name, value] of Object.entries(resourceOf(body)))
    if (/(^|_)(fault|faults|reason|error|error_message)$/.test(name)) {
      const words = messageOf(value);
      if (words !== "") return words;
    }
  return "";
}
