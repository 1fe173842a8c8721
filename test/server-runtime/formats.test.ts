import { expect, test } from "vitest";
import { formats } from "../../templates/server/runtime/checks.js";

test.each<[format: "ipv4" | "ipv6", text: string, expected: boolean, why: string]>([
  ["ipv4", "192.0.2.1", true, "as people write it"],
  ["ipv4", "0.0.0.0", true, "the least"],
  ["ipv4", "255.255.255.255", true, "the greatest"],
  ["ipv4", "256.0.2.1", false, "no octet"],
  ["ipv4", "192.0.2", false, "a part is missing"],
  ["ipv4", "192.0.02.1", false, "it may be octal"],
  ["ipv4", "192.0.2.1 ", false, "a space behind it"],
  ["ipv6", "2001:db8::1", true, "shortened"],
  ["ipv6", "::", true, "nothing else"],
  ["ipv6", "2001:DB8:0:0:0:0:0:1", true, "whole, in capitals"],
  ["ipv6", "::ffff:192.0.2.1", true, "one of IPv4 within"],
  ["ipv6", "fe80::1%eth0", true, "with its zone"],
  ["ipv6", "192.0.2.1", false, "it is one of IPv4"],
  ["ipv6", "2001:db8::1::2", false, "two gaps"],
  ["ipv6", "2001:db8:0:0:0:0:0:1:2", false, "too many parts"],
  ["ipv6", "::1]/", false, "more than an address"],
  ["ipv6", "fe80::1%", false, "a zone without a name"],
])("%s %j: %j, %s", (format, text, expected) => {
  expect(formats[format](text)).toBe(expected);
});
