// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Digests of what goes up and comes down, made while it does: nothing is read twice, or kept.
 *
 * @module
 */
import { createHash } from "node:crypto";

type Bytes = AsyncIterable<Uint8Array>;

/** What bytes are to give: the algorithm by the name that OpenSSL has for it (`md5`, `sha512`), the digest in hex. */
export interface Checksum {
  readonly algorithm: string;
  readonly value: string;
}

/** Bytes are not those that they should be. */
export class ChecksumError extends Error {
  override readonly name = "ChecksumError";
  readonly expected: Checksum;
  /** What they give, in hex. */
  readonly found: string;

  constructor(expected: Checksum, found: string) {
    super(`the ${expected.algorithm} of the bytes is ${found}, and should be ${expected.value}`);
    this.expected = expected;
    this.found = found;
  }
}

/**
 * The bytes of a download, which fails with a {@link ChecksumError} in place of its end where they
 * are others: `pipeline(verified(data, { algorithm: "sha512", value }), createWriteStream(path))`.
 */
export async function* verified(body: Bytes, expected: Checksum): AsyncGenerator<Uint8Array> {
  const digest = digested(body, expected.algorithm);
  yield* digest.body;
  digest.expect(expected.value);
}

/** Bytes on their way, and what they give once all of them have passed. */
export interface Digested {
  readonly body: AsyncGenerator<Uint8Array>;
  /** In hex; an error before the end of the body. */
  value(): string;
  /** Throws a {@link ChecksumError} where the digest is another than `value`: an `ETag` may have its quotes. */
  expect(value: string | null): void;
}

/** Makes a digest of an upload: `const sent = digested(stream, "md5")`, with `sent.body` as the body. */
export function digested(body: Bytes, algorithm: string): Digested {
  const hash = createHash(algorithm);
  let digest: string | undefined;
  const value = (): string => {
    if (digest === undefined) throw new TypeError("the digest is known at the end of the body");
    return digest;
  };
  return {
    body: (async function* () {
      for await (const chunk of body) {
        hash.update(chunk);
        yield chunk;
      }
      digest = hash.digest("hex");
    })(),
    value,
    expect(wanted) {
      const bare = wanted?.replace(/^"(.*)"$/, "$1").toLowerCase() ?? "none";
      if (bare !== value()) throw new ChecksumError({ algorithm, value: bare }, value());
    },
  };
}
