// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Secrets that come back: services repeat in their messages what they were sent.
 *
 * @module
 */

const secret = /(password|passcode|secret|token|device_code|code_verifier)$/i;

/** The values whose names say that nobody may read them. */
export function secretsOf(values: object): readonly string[] {
  return Object.entries(values)
    .filter(([name, value]) => secret.test(name) && /^(string|number)$/.test(typeof value))
    .map(([, value]) => String(value))
    .filter(Boolean);
}

/** `words` without `secrets`. */
export function withoutSecrets(words: string, secrets: readonly string[]): string {
  return secrets.reduce((text, one) => text.replaceAll(one, "***"), words);
}

/** A body without `secrets`, its shape kept. */
export function bodyWithoutSecrets(body: unknown, secrets: readonly string[]): unknown {
  if (typeof body === "string") return withoutSecrets(body, secrets);
  if (typeof body !== "object" || body === null) return body;
  if (Array.isArray(body)) return body.map((item) => bodyWithoutSecrets(item, secrets));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, bodyWithoutSecrets(value, secrets)]),
  );
}
