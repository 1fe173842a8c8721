// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * The grant that all clients of a session share: got when it is first needed, renewed before it
 * ends, and by one request however many wait for it.
 *
 * @module
 */
import type { Fetch } from "../runtime.js";
import type { Authenticate, Grant } from "./grant.js";
import { shared } from "./shared.js";

export interface Grants {
  /**
   * A grant that has not ended; never the one that was `refused`. Rejects as authentication does,
   * and with the reason of `signal` where that comes first.
   */
  get(signal?: AbortSignal | null, refused?: Grant): Promise<Grant>;
}

/** `skew`: how long before its end a grant is renewed, in milliseconds; half its life at most. */
export function grantsOf(authenticate: Authenticate, send: Fetch, skew: number): Grants {
  let current: Held | undefined;
  const renew = shared(async (signal) => {
    const grant = await authenticate(send, signal);
    current = held(grant, skew);
    return grant;
  });

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

/** What is said to have ended when it comes is used all the same: clocks are wrong more often. */
function held(grant: Grant, skew: number): Held {
  const lasts = (grant.expiresAt ?? Infinity) - Date.now();
  if (!(lasts > 0)) return { grant, renewAt: Infinity, endsAt: Infinity };
  const endsAt = Date.now() + lasts;
  return { grant, renewAt: endsAt - Math.min(skew, lasts / 2), endsAt };
}
