/**
 * The steps of the program. A step that throws has failed; the others go on.
 *
 * @module
 */
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
