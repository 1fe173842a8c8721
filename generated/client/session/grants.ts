// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * The grant that all clients of a session share: got when it is first needed, renewed before it
 * ends, and by one request however many wait for it.
 *
 * @module
 */
import type { Send } from "../runtime.js";
import type { Authenticate, Grant } from "./grant.js";

export interface Grants {
  /**
   * A grant that has not ended; never the one that was `refused`. Rejects as authentication does,
   * and with the reason of `signal` where that comes first.
   */
  get(signal?: AbortSignal | undefined, refused?: Grant): Promise<Grant>;
}

/** `skew`: how long before its end a grant is renewed, in milliseconds; half its life at most. */
export function grantsOf(authenticate: Authenticate, send: Send, skew: number): Grants {
  let current: Held | undefined;
  let pending: Pending | undefined;

  /** One request for all; it is given up when nobody waits for it any more. */
  const renew = (signal: AbortSignal | undefined): Promise<Grant> => {
    const own = (pending ??= start());
    own.waiting++;
    return untilAborted(own.grant, signal, () => {
      if (--own.waiting > 0 || pending !== own) return;
      pending = undefined;
      own.controller.abort(signal?.reason);
    });
  };

  const start = (): Pending => {
    const controller = new AbortController();
    const begun = authenticate(send, controller.signal);
    const own: Pending = { controller, waiting: 0, grant: begun };
    const settle = (): void => {
      if (pending === own) pending = undefined;
    };
    begun.then((grant) => {
      current = held(grant, skew);
      settle();
    }, settle);
    return own;
  };

  return {
    async get(signal, refused) {
      signal?.throwIfAborted();
      const own = current;
      const now = Date.now();
      if (own === undefined || own.grant === refused) return renew(signal);
      if (now < own.renewAt) return own.grant;
      try {
        return await renew(signal);
      } catch (error) {
        // It still holds: who cannot renew it may be able to a little later.
        if (signal?.aborted !== true && Date.now() < own.endsAt) return own.grant;
        throw error;
      }
    },
  };
}

interface Held {
  readonly grant: Grant;
  readonly renewAt: number;
  readonly endsAt: number;
}

interface Pending {
  readonly controller: AbortController;
  readonly grant: Promise<Grant>;
  waiting: number;
}

/** What is said to have ended when it comes is used all the same: clocks are wrong more often. */
function held(grant: Grant, skew: number): Held {
  const lasts = (grant.expiresAt ?? Infinity) - Date.now();
  if (!(lasts > 0)) return { grant, renewAt: Infinity, endsAt: Infinity };
  const endsAt = Date.now() + lasts;
  return { grant, renewAt: endsAt - Math.min(skew, lasts / 2), endsAt };
}

/** `promise`, or the reason of the signal, which `leave` is told of. */
export function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
  leave: () => void = () => {},
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      leave();
      reject(signal.reason as Error);
    };
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    void promise.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
  });
}
