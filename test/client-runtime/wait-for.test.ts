import { describe, expect, expectTypeOf, it, test } from "vitest";
import { StateError, waitFor, type Reached } from "../../templates/client/runtime/wait-for.js";
import {
  call,
  ResponseError,
  type Call,
  type CallOptions,
  type Client,
  type OtherThan,
  type Success,
} from "../../templates/client/runtime/runtime.js";
import { clientOf } from "./client-of.js";
import { json, type Handler } from "./server.js";

type State = "ACTIVE" | "BUILD" | "ERROR";
type Result = Success<200, { box: { id: string; status: State } }> | OtherThan<200>;
type Request = { path: { box_id: string } };

const showBox = (client: Client, request: Request, options?: CallOptions): Call<Result> =>
  call(client, "GET /boxes/{box_id}", [200], request, options);

const request = { path: { box_id: "1" } };
const quick = { interval: 1, longest: 2 };

/** Answers one after the other; the last one again and again. */
function inTurn(...answers: readonly (object | number)[]): Handler {
  let next = 0;
  return (response, seen) => {
    const answer = answers[Math.min(next++, answers.length - 1)];
    if (typeof answer === "number") json(answer, { fault: { message: "No." } })(response, seen);
    else json(200, answer)(response, seen);
  };
}

const box = (status: string, more: object = {}) => ({ box: { id: "1", status, ...more } });

describe("a state that is waited for", () => {
  it("is waited for until it is there, with each look told", async () => {
    const { client, seen } = await clientOf(inTurn(box("BUILD"), box("BUILD"), box("ACTIVE")));
    const told: (string | undefined)[] = [];
    const progress = (state: string | undefined): number => told.push(state);
    const body = await waitFor(showBox, client, request, "ACTIVE", { ...quick, progress });
    expect(body.box.status).toBe("ACTIVE");
    expect(told).toEqual(["BUILD", "BUILD", "ACTIVE"]);
    expect(seen).toHaveLength(3);
  });

  test.each<[why: string, body: object, wanted: string | string[]]>([
    ["one of several", box("PAUSED"), ["ACTIVE", "PAUSED"]],
    ["in another case", box("active"), "ACTIVE"],
    ["of the body itself", { id: "1", status: "active", tags: [] }, "active"],
    ["of a member that is called like it", { stack: { stack_status: "DONE", id: "1" } }, "DONE"],
    ["a failure", box("ERROR"), "ERROR"],
    ["a deletion that can be shown", box("SOFT_DELETED"), "SOFT_DELETED"],
  ])("may be %s", async (_why, body, wanted) => {
    const { client } = await clientOf(json(200, body));
    expect(await waitFor(showBox, client, request, wanted, quick)).toEqual(body);
  });

  it("may be that of nothing: a 404 is the end of a deletion, and of nothing else", async () => {
    const { client } = await clientOf(inTurn(box("DELETING"), 404));
    expect(await waitFor(showBox, client, request, "DELETED", quick)).toBeUndefined();
    const waiting = waitFor(showBox, client, request, "ACTIVE", quick);
    await expect(waiting).rejects.toThrow(ResponseError);
    await expect(waiting).rejects.toMatchObject({ status: 404 });
  });
});

describe("a state that nothing comes of", () => {
  test.each<[state: string, more: object, message: string]>([
    [
      "ERROR",
      { fault: { code: 500, message: "No valid host." } },
      "ERROR, not ACTIVE: No valid host.",
    ],
    ["error_deleting", {}, "error_deleting, not ACTIVE"],
    ["CREATE_FAILED", { status_reason: "Quota." }, "CREATE_FAILED, not ACTIVE: Quota."],
    ["failure", {}, "failure, not ACTIVE"],
    ["killed", {}, "killed, not ACTIVE"],
  ])("is %s: with the words of the fault", async (state, more, message) => {
    const { client, seen } = await clientOf(json(200, box(state, more)));
    const waiting = waitFor(showBox, client, request, "ACTIVE", quick);
    await expect(waiting).rejects.toThrow(StateError);
    await expect(waiting).rejects.toMatchObject({ message, state, wanted: ["ACTIVE"] });
    expect(seen).toHaveLength(1);
  });

  it("is what the caller says", async () => {
    const { client } = await clientOf(inTurn(box("ERROR"), box("REBUILD"), box("ACTIVE")));
    const options = { ...quick, fails: (state: string) => state === "STUCK" };
    expect((await waitFor(showBox, client, request, "ACTIVE", options)).box.id).toBe("1");
    const stuck = await clientOf(json(200, box("STUCK")));
    await expect(waitFor(showBox, stuck.client, request, "ACTIVE", options)).rejects.toThrow(
      "STUCK",
    );
  });
});

describe("waiting ends", () => {
  it("with its time, which says what it saw", async () => {
    const { client } = await clientOf(json(200, box("BUILD")));
    const waiting = waitFor(showBox, client, request, "ACTIVE", { ...quick, timeout: 50 });
    await expect(waiting).rejects.toThrow(/^after 0.05 s still (BUILD|in no state), not ACTIVE$/);
    await expect(waiting).rejects.toBeInstanceOf(StateError);
  });

  it("with the state alone, where the time is Infinity", async () => {
    const { client } = await clientOf(inTurn(box("BUILD"), box("ACTIVE")));
    const options = { ...quick, timeout: Infinity };
    expect((await waitFor(showBox, client, request, "ACTIVE", options)).box.status).toBe("ACTIVE");
    const gone = await clientOf(json(404, {}));
    const waiting = waitFor(showBox, gone.client, request, "ACTIVE", options);
    await expect(waiting).rejects.toThrow(ResponseError);
  });

  it("with its signal", async () => {
    const { client } = await clientOf(json(200, box("BUILD")));
    const controller = new AbortController();
    const progress = (): void => controller.abort(new Error("enough"));
    const options = { interval: 60_000, signal: controller.signal, progress };
    await expect(waitFor(showBox, client, request, "ACTIVE", options)).rejects.toThrow("enough");
  });
});

describe("several members that tell a state", () => {
  type Balancer = { id: string; provisioning_status: "ACTIVE" | "ERROR"; operating_status: string };
  type Shown = Success<200, { loadbalancer: Balancer }> | OtherThan<200>;
  const show = (client: Client, own: Request, options?: CallOptions): Call<Shown> =>
    call(client, "GET /boxes/{box_id}", [200], own, options);
  const balancer = (provisioning_status: string) => ({
    loadbalancer: { id: "1", operating_status: "ERROR", provisioning_status },
  });

  it("are told apart by the caller", async () => {
    const { client, seen } = await clientOf(inTurn(balancer("PENDING"), balancer("ACTIVE")));
    const options = { ...quick, state: "provisioning_status" } as const;
    const body = await waitFor(show, client, request, "ACTIVE", options);
    expect(body.loadbalancer.id).toBe("1");
    expect(seen).toHaveLength(2);
    // @ts-expect-error: no such member
    void (() => waitFor(show, client, request, "ACTIVE", { state: "status" }));
  });

  it("have to be", async () => {
    const { client } = await clientOf(json(200, balancer("ACTIVE")));
    await expect(waitFor(show, client, request, "ACTIVE", quick)).rejects.toThrow(
      "operating_status and provisioning_status tell states: name one, as `state` in the options",
    );
  });
});

test("an operation that shows no state is refused", () => {
  type Plain = Success<200, { box: { id: string } }> | OtherThan<200>;
  const plain = (client: Client, own: Request, options?: CallOptions): Call<Plain> =>
    call(client, "GET /boxes/{box_id}", [200], own, options);
  // @ts-expect-error: what it shows has no status that could be waited for
  const wait = (client: Client): unknown => waitFor(plain, client, request, "ACTIVE");
  expect(wait).toBeTypeOf("function");
});

test("a StateError of another copy of the client is one", () => {
  const another = Object.defineProperty(new Error("no"), Symbol.for("restanza.StateError"), {
    value: true,
  });
  expect(another).toBeInstanceOf(StateError);
  expect(new Error("no")).not.toBeInstanceOf(StateError);
  expect(new StateError("no", "ERROR", [], {})).toBeInstanceOf(StateError);
});

test("what is left has a body unless the state may be that of its deletion", () => {
  expectTypeOf<Reached<object, "ACTIVE" | "BUILD">>().toEqualTypeOf<object>();
  expectTypeOf<Reached<object, "ACTIVE" | "DELETED">>().toEqualTypeOf<object | undefined>();
  expectTypeOf<Reached<object, "soft_Deleted">>().toEqualTypeOf<object | undefined>();
  expectTypeOf<Reached<object, string>>().toEqualTypeOf<object | undefined>();
});
