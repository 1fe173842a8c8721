import { expect, test } from "vitest";
import { readCredential, takesCredential } from "../../generator/openapi/read/read-credential.js";

const scheme = (of: object, more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "A", version: "1" },
  paths: {},
  security: [{ own: [] }],
  components: { securitySchemes: { own: of } },
  ...more,
});
const bearer = { header: "Authorization", prefix: "Bearer " };
const key = { type: "apiKey", in: "header", name: "X-Key" };

test.each([
  [scheme({ type: "http", scheme: "Bearer" }), bearer, "capitals do not count (RFC 9110, 11.1)"],
  [
    scheme({ type: "http", scheme: "basic" }),
    { ...bearer, prefix: "Basic " },
    "encoded by who has it",
  ],
  [scheme({ type: "oauth2", flows: {} }), bearer, "however the token was got"],
  [scheme({ type: "openIdConnect", openIdConnectUrl: "x" }), bearer, "however the token was got"],
  [scheme(key), { header: "X-Key", prefix: "" }, "a header of its own"],
  [scheme({ ...key, in: "cookie" }), { header: "Cookie", prefix: "X-Key=" }, "a cookie"],
  [scheme({ ...key, in: "query" }), undefined, "no header says it, and a finding tells so"],
  [scheme({ type: "mutualTLS" }), undefined, "nothing of the request says it"],
  [scheme(key, { security: [] }), undefined, "nothing is asked for"],
  [
    scheme(key, { security: [{ other: [] }, { own: [] }] }),
    { header: "X-Key", prefix: "" },
    "the first that can be sent",
  ],
])("%#: $2", (document, credential, _why) => {
  expect(readCredential(document)).toEqual(credential);
});

test.each([
  [undefined, [{ own: [] }], true, "as the document has it"],
  [[], [{ own: [] }], false, "asked for nothing"],
  [[{ other: [] }], [{ own: [] }], false, "asked for another"],
  [[{ other: [] }, { own: [] }], [{ own: [] }], true, "one of several will do"],
  [[{}, { own: [] }], [{ own: [] }], true, "it may be sent"],
  [undefined, undefined, false, "nobody asks for anything"],
])("%j below %j: %s (%s)", (own, whole, takes, _why) => {
  const { security: _, ...rest } = scheme(key);
  const document = { ...rest, ...(whole && { security: whole }) };
  expect(
    takesCredential(document, own ? { security: own } : {}, { header: "x-key", prefix: "" }),
  ).toBe(takes);
});
