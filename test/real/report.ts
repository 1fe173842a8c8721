/**
 * The steps of the program. A step that throws has failed; the others go on.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { AnyResult } from "openstack/compute";

/** A call as every operation of a client makes it. */
export type Asked = () => PromiseLike<AnyResult> & { orThrow(): Promise<unknown> };

/** Counts the steps, and prints each. */
export class Report {
  passed = 0;
  failed = 0;

  /** Runs a step; gives its value, or nothing where it failed. */
  async check<Value>(name: string, step: () => Promise<Value>): Promise<Value | undefined> {
    try {
      const value = await step();
      this.passed += 1;
      console.log(`ok      ${name}`);
      return value;
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED  ${name}\n${indented(error)}`);
      return undefined;
    }
  }

  /** Makes calls one after the other, each of which is to succeed. */
  async calls(name: string, ...calls: readonly Asked[]): Promise<void> {
    for (const [index, call] of calls.entries())
      await this.check(`${name}, ${index + 1}`, () => call().orThrow());
  }

  /** Makes calls that are to be refused, with this status. */
  async refused(name: string, status: number, ...calls: readonly Asked[]): Promise<void> {
    for (const [index, call] of calls.entries())
      await this.check(`${name}: ${status}, ${index + 1}`, async () => {
        const result = await call();
        assert.equal(result.status, status, "message" in result ? result.message : "a success");
      });
  }
}

function indented(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, "        ");
}

/** What a call rejects with. */
export async function rejection(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("did not reject");
}
