// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Downloads that go on where they were lost.
 *
 * @module
 */
import type { AnyResult, CallOptions } from "../../client/runtime.js";

/** How often a download goes on without any byte in between, unless told otherwise. */
const usualTimes = 3;

/**
 * The bytes of a download, which is asked for again from where it was lost (RFC 9110, 14.2):
 * `resumed((options) => downloadImage(client, { path }, options))`. What has changed in between is an
 * error, where the service gives it an `ETag`; a service that knows no ranges sends all of it again,
 * and what was there is passed over.
 */
export async function* resumed(
  ask: (options: CallOptions) => PromiseLike<AnyResult>,
  times: number = usualTimes,
): AsyncGenerator<Uint8Array> {
  let etag: string | null = null;
  let had = 0;
  for (let lost = 0; ;) {
    const range = { range: `bytes=${had}-`, ...(etag !== null && { "if-range": etag }) };
    const result = await ask(had > 0 ? { headers: range } : {});
    if (!result.ok)
      throw new TypeError(`the download ended with ${result.status}: ${result.message}`);
    if (had > 0 && result.status !== 206 && etag !== null)
      throw new TypeError("what is downloaded has changed since its first bytes");
    // A weak one does not say that bytes are the same (RFC 9110, 13.1.5).
    const given = result.headers.get("etag");
    if (had === 0) etag = given?.startsWith("W/") === true ? null : given;
    let over = result.status === 206 ? 0 : had;
    try {
      for await (const chunk of result.body as AsyncIterable<Uint8Array>) {
        const part = chunk.subarray(Math.min(over, chunk.byteLength));
        over -= chunk.byteLength - part.byteLength;
        if (part.byteLength === 0) continue;
        had += part.byteLength;
        lost = 0;
        yield part;
      }
      return;
    } catch (error) {
      lost += 1;
      if (lost > times || isEnded(error)) throw error;
    }
  }
}

/** Whether its caller gave the download up, or its time was over. */
function isEnded(error: unknown): boolean {
  return error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name);
}
