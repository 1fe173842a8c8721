/** Moments that a resource has from the start: it was made, asked for, begun. */
const first = /^(?:created|issued|requested|received|added|registered|started|attached)$/;

/** `updated_at`, `OS-SRV-USG:launched_at`, `inspection_started_at`. */
const past = /(?:^|:)(?:(\w+)_)?([a-z]+ed)_at$/;

/** Whether a member tells by its name when something happened, or is to happen: `expires_at`. */
export function isMoment(name: string): boolean {
  return past.test(name) || /(?:^|[_:])expires_at$/.test(name);
}

/**
 * Whether a member tells when something happened to a resource that is already there: it was
 * changed, deleted, its inspection started. Until then answers show null.
 */
export function isLaterMoment(name: string): boolean {
  const [, of, event] = past.exec(name) ?? [];
  return event !== undefined && (of !== undefined || !first.test(event));
}
