/** How handlers answer where the answer differs between microversions, and what must not compile. */
export const versionedUsage: string = String.raw`
import type { OsServicesHandlers as ServicesHandlers } from "./server/os-services.js";

const first = { services: [{ id: 1, binary: "api" }] };
const middle = { services: [{ id: 1, binary: "api", forced_down: false }] };
const late = { services: [{ id: "u", binary: "api", forced_down: false }] };

export const right: Partial<ServicesHandlers> = {
  // What any of them has, where nothing is known.
  listServices: (_, { reply, since }) => reply(200, since("2.53") ? late : first),
};

export const exact: Partial<ServicesHandlers> = {
  listServices(_, { replyAt, since }) {
    if (since("2.53")) return replyAt("2.53", 200, late);
    if (since("2.11")) return replyAt("2.11", 200, middle, { "x-more": "1" });
    return replyAt("2.1", 200, first);
  },
};

export const wrong: Partial<ServicesHandlers>[] = [
  // @ts-expect-error: an id is a text from 2.53 on
  { listServices: (_, { replyAt }) => replyAt("2.53", 200, middle) },
  // @ts-expect-error: and a number before
  { listServices: (_, { replyAt }) => replyAt("2.52", 200, late) },
  // @ts-expect-error: forced_down is there from 2.11 on
  { listServices: (_, { replyAt }) => replyAt("2.11", 200, first) },
  // @ts-expect-error: and not before
  { listServices: (_, { replyAt }) => replyAt("2.10", 200, middle) },
  // @ts-expect-error: no such status at any microversion
  { updateService: (_, { replyAt }) => replyAt("2.53", 202, {}) },
];
`;
