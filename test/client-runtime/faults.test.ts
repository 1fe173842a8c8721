import { describe, expect, test } from "vitest";
import { isFaultOf, type FaultForms } from "../../templates/client/runtime/faults.js";
import { call, type AnyResult } from "../../templates/client/runtime/runtime.js";
import { clientOf } from "./client-of.js";
import { json, plain } from "./server.js";

const forms: FaultForms = {
  404: ["itemNotFound/code itemNotFound/message"],
  409: [""],
  410: ["$text"],
  default: ["error/message", "*/message */code", "a%20b"],
};

describe("an answer is a fault", () => {
  test.each<[status: number, body: unknown, asked: number, is: boolean, why: string]>([
    [404, { itemNotFound: { code: 404, message: "said" } }, 404, true, "documented"],
    [404, { itemNotFound: { code: 404, message: "said" } }, 403, false, "of another status"],
    [404, { itemNotFound: { code: 404 } }, 404, false, "without a member that it must have"],
    [404, { itemNotFound: "said" }, 404, false, "with a text in place of an object"],
    [404, { error: { message: "said" } }, 404, false, "in the form of others"],
    [404, [], 404, false, "which no list is"],
    [404, null, 404, false, "which null is not"],
    [401, { error: { message: "said" } }, 401, true, "not documented, in a general form"],
    [403, { forbidden: { message: "said", code: 403 } }, 403, true, "under any name"],
    [403, { forbidden: { message: "said", code: 403 }, b: {} }, 403, false, "or several, all so"],
    [403, {}, 403, false, "but under one"],
    [403, { "a b": 0 }, 403, true, "of a name that is written otherwise"],
    [403, { "a b": null }, 403, false, "whose member is there"],
    [409, {}, 409, true, "of which nothing is known but that it is an object"],
    [409, "busy", 409, false, "which a text is not"],
    [410, "gone", 410, true, "that is a text"],
    [410, { message: "gone" }, 410, false, "which an object is not"],
  ])("%d %j asked for as %d: %j (%s)", async (status, body, asked, is) => {
    const { client } = await clientOf(json(status, body));
    const call404 = call<AnyResult>(client, "GET /x", [200, 404], {}, {}, { 404: "any" });
    const error: unknown = await call404.orThrow().catch((reason: unknown) => reason);
    expect(isFaultOf(error, asked, forms)).toBe(is);
  });

  test("never for the page of a proxy, and by status alone where no form is known", async () => {
    const { client } = await clientOf(
      plain(404, "<h1>Not here</h1>", { "content-type": "text/html" }),
    );
    const pending = call<AnyResult>(client, "GET /x", [200, 404]).orThrow();
    const error: unknown = await pending.catch((reason: unknown) => reason);
    expect(isFaultOf(error, 404, forms)).toBe(false);
    expect(isFaultOf(error, 404, {})).toBe(true);
    expect(isFaultOf(error, 500, {})).toBe(false);
    expect(isFaultOf({ status: 404, body: {} }, 404, {})).toBe(false);
  });
});
