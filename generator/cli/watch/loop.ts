import { Changes } from "./changes.js";
import type { WatchEvent } from "./events.js";
import { Session, type SessionSettings } from "./session.js";

/** What a loop is given. */
export interface LoopSettings extends Omit<SessionSettings, "settled"> {
  /** Ends the loop: between two runs, never in one. */
  readonly signal: AbortSignal;
  /** Whether the process stays alive for it, as it does unless given. */
  readonly keepsAlive?: boolean;
  /** Is called when everything was made once; changes are seen a moment later. */
  readonly begun?: () => void;
}

/**
 * Makes everything, and makes again what changes, until `signal` ends it. Rejects where the
 * configuration cannot be used at the start and no file can be mended, and where nothing can be
 * watched.
 */
export async function watchLoop({
  signal,
  keepsAlive = true,
  begun = () => undefined,
  ...settings
}: LoopSettings): Promise<void> {
  const changes: Changes = new Changes({
    concerns: (path) => session.concerns(path),
    keepsAlive,
    signal,
  });
  const session = new Session({ ...settings, settled: () => changes.settled() });
  try {
    await session.begin();
    begun();
    for (let isReady = false; !signal.aborted; isReady = true) {
      // Makes up for what changed before it was watched.
      while (await changes.follow(session.watched)) await session.catchUp();
      if (!isReady) settings.tell(readyOf(session));
      const burst = await changes.next();
      if (burst === undefined) break;
      if (session.lacks(burst.paths) && !(await changes.settled())) changes.putBack(burst);
      else await session.change(burst);
    }
  } finally {
    await changes.close();
  }
}

function readyOf(session: Session): WatchEvent {
  const files = new Set(session.watched.flatMap((each) => [...each.files]));
  return { event: "ready", services: session.jobs.map(({ name }) => name), files: files.size };
}
