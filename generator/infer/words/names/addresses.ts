/** The formats of IP addresses. */
export type Family = "ipv4" | "ipv6";

export function isFamily(format: string | undefined): format is Family {
  return format === "ipv4" || format === "ipv6";
}

/** Words of names and prose for what an IP address identifies. */
const addressWords =
  /(?:^|[^a-z])(?:ips?|ipv[46]|addr(?:ess(?:es)?)?|gateways?|next_?hops?|name_?servers?|(?:dns|ntp)_?servers?|hosts?|vips?)(?:[^a-z]|$)/i;

/** The families that words name. */
function namedIn(words: string): readonly Family[] {
  return (["ipv4", "ipv6"] as const).filter((family) =>
    new RegExp(`ip_?v?${family.slice(-1)}|(?:^|[^a-z])v${family.slice(-1)}`, "i").test(words),
  );
}

/**
 * The family of addresses that all samples of a member have, where its words allow no other: they
 * name that one alone; or they speak of an address, and the samples of the service show no address
 * of the other family anywhere.
 */
export function addressFormat(
  family: Family,
  name: string,
  prose: string,
  families: ReadonlySet<Family>,
): Family | undefined {
  const inName = namedIn(name);
  const named = inName.length > 0 ? inName : namedIn(prose);
  if (named.length > 0) return named.length === 1 && named[0] === family ? family : undefined;
  return families.size === 1 && (addressWords.test(name) || addressWords.test(prose))
    ? family
    : undefined;
}
