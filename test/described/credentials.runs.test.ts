import { describe, expect, test } from "vitest";
import { made, run } from "./service.js";

/* Which operations of a document are sent the credential, and how, on the wire. */

const answers = { "200": { description: "Done" } };
const operation = (name: string, security?: readonly object[]) => ({
  get: { operationId: name, responses: answers, ...(security && { security }) },
});
const schemes = {
  basic: { type: "http", scheme: "basic" },
  key: { type: "apiKey", in: "header", name: "X-Key" },
  cookie: { type: "apiKey", in: "cookie", name: "sid" },
  query: { type: "apiKey", in: "query", name: "k" },
  token: { type: "apiKey", in: "header", name: "x-auth-token" },
};
const documentOf = (security: readonly object[] | undefined) => ({
  openapi: "3.1.0",
  info: { title: "Vault API", version: "1" },
  ...(security && { security }),
  paths: {
    "/usual": operation("usual"),
    "/open": operation("open", []),
    "/key": operation("keyed", [{ key: [] }]),
    "/cookie": operation("baked", [{ cookie: [] }]),
    "/either": operation("either", [{ key: [] }, { basic: [] }]),
    "/optional": operation("optional", [{}, { basic: [] }]),
    // The name of what the runtime has for operations without a credential.
    "/without": operation("withoutCredential", []),
  },
  components: { securitySchemes: schemes },
});

const shown = ["authorization", "x-key", "cookie", "x-auth-token"];

/** The headers with a credential that an operation was sent with. */
async function sent(
  document: object,
  names: readonly string[],
  token?: string,
): Promise<Readonly<Record<string, object>>> {
  const service = await run(document, undefined, token);
  try {
    const all: Record<string, object> = {};
    for (const name of names) {
      await service.calls[name]?.();
      const { headers = {} } = service.received.at(-1) ?? {};
      all[name] = Object.fromEntries(
        Object.entries(headers).filter(([key]) => shown.includes(key)),
      );
    }
    expect(service.received).toHaveLength(names.length);
    return all;
  } finally {
    await service.close();
  }
}

describe("a credential", () => {
  test("goes to the operations alone that ask for it, and Basic is encoded", async () => {
    const basic = { authorization: "Basic w7w6cMOkw58=" };
    const names = ["usual", "open", "keyed", "baked", "either", "optional", "withoutCredential_2"];
    expect(await sent(documentOf([{ basic: [] }]), names, "ü:päß")).toEqual({
      usual: basic,
      open: {},
      keyed: {},
      baked: {},
      either: basic,
      optional: basic,
      withoutCredential_2: {},
    });
  });

  const plain = (security: readonly object[] | undefined) => ({
    ...documentOf(security),
    paths: { "/usual": operation("usual"), "/open": operation("open", []) },
  });

  test.each([
    [undefined, {}, "nothing says that there is one"],
    [[{ query: [] }], {}, "it is not sent in a query"],
    [[{ token: [] }], { "x-auth-token": "secret-token" }, "a document says OpenStack's header"],
    [[{ cookie: [] }], { cookie: "sid=secret-token" }, "a cookie"],
  ])("of %j is %j (%s)", async (security, headers, _why) => {
    expect(await sent(plain(security), ["usual", "open"])).toEqual({ usual: headers, open: {} });
  });

  test("that is not of Basic's form is refused, without showing it", async () => {
    await expect(sent(documentOf([{ basic: [] }]), ["usual"], "dTpw")).rejects.toThrow(
      "a token for Basic is `user:password`",
    );
  });

  test("that an operation is not sent is a finding, and all of it compiles", async () => {
    const { files, findings, problems } = await made(documentOf([{ basic: [] }]));
    expect(findings.filter((one) => one.startsWith("unsent-credential"))).toEqual([
      'unsent-credential: the client does not send "key": it sends its credential in Authorization',
      'unsent-credential: the client does not send "cookie": it sends its credential in Authorization',
    ]);
    expect(problems()).toEqual([]);
    expect(files.has("client/authorization.ts")).toBe(true);
  });
});
