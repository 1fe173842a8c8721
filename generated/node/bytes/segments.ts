// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Parts of what is too large for one request.
 *
 * @module
 */

/** A part, whose bytes are read before the next one is asked for. */
export interface Segment {
  /** From 1. */
  readonly number: number;
  readonly body: AsyncGenerator<Uint8Array>;
}

/**
 * Bytes in parts of `size`, the last of which may have less, as they come: no part is kept in memory.
 * `for await (const { number, body } of segments(createReadStream(path), 5e9))` sends each of them.
 */
export async function* segments(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Segment> {
  if (!(size >= 1)) throw new RangeError(`a segment has at least one byte, not ${size}`);
  const source = bytes[Symbol.asyncIterator]();
  /** What is read and not yet given. */
  const ahead = { rest: await next(source) };
  try {
    for (let number = 1; ahead.rest !== undefined; number += 1) {
      let left = Math.floor(size);
      const body = (async function* () {
        while (ahead.rest !== undefined && left > 0) {
          const part = ahead.rest.subarray(0, left);
          left -= part.byteLength;
          const more = ahead.rest.subarray(part.byteLength);
          ahead.rest = more.byteLength > 0 ? more : undefined;
          yield part;
          ahead.rest ??= await next(source);
        }
      })();
      yield { number, body };
      // What nobody read of it is no part of the next one.
      for await (const _ of body) void _;
    }
  } finally {
    await source.return?.();
  }
}

/** The next bytes of which there are any. */
async function next(source: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  for (;;) {
    const { done, value } = await source.next();
    if (done === true) return undefined;
    if (value.byteLength > 0) return value;
  }
}
