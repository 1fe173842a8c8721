import { expect, test } from "vitest";
import { addressFormat, type Family } from "../../../generator/infer/words/names/addresses.js";

test.each<[string, string, Family | undefined, string]>([
  // name                prose                                    if all are IPv4   why
  ["ip_address", "", "ipv4", "the name speaks of an address"],
  ["start", "The first address.", "ipv4", "the prose does"],
  ["gateway", "", "ipv4", "a word for one"],
  ["accessIPv4", "", "ipv4", "named by its family"],
  ["ip6_address", "", undefined, "named by the other"],
  ["cidrs", "IPv4, IPv6 or both.", undefined, "both are named"],
  ["records", "The data of the set.", undefined, "no word for an address"],
  ["shipment", "A strip.", undefined, "letters inside of words"],
])("%s (%s) has the format %s: %s", (name, prose, expected) => {
  expect(addressFormat("ipv4", name, prose, new Set(["ipv4"]))).toBe(expected);
});

test("where a service has both families, only words tell which one it is", () => {
  const both: ReadonlySet<Family> = new Set(["ipv4", "ipv6"]);
  expect(addressFormat("ipv4", "ip_address", "", both)).toBe(undefined);
  expect(addressFormat("ipv4", "ip_address", "Its IPv4 address.", both)).toBe("ipv4");
  expect(addressFormat("ipv6", "accessIPv6", "", both)).toBe("ipv6");
});
