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

/** Asks again and again until `done` is true of the answer. */
export async function until<Value>(
  ask: () => Promise<Value>,
  done: (value: Value) => boolean,
  seconds: number = 90,
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`not so after ${seconds} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** All members of a collection that is given by pages, each of which begins behind a marker. */
export async function everyPage<Item>(
  page: (marker: string | undefined) => Promise<readonly Item[]>,
  markerOf: (item: Item) => string,
): Promise<{ readonly items: readonly Item[]; readonly pages: number }> {
  const items: Item[] = [];
  let marker: string | undefined;
  for (let pages = 0; ; pages += 1) {
    const next = await page(marker);
    const last = next.at(-1);
    if (last === undefined) return { items, pages };
    items.push(...next);
    marker = markerOf(last);
  }
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
