// Counts of work that no other program on the machine disturbs: how often each block of each
// function ran, as V8 counts for coverage. What a function of the language does inside (a search in
// a text, a copy of a list) is one step: CPU shows that.
import { Session } from "node:inspector/promises";

export class Steps {
  #session;
  #sources = new Map();

  static async begin() {
    const steps = new Steps();
    steps.#session = new Session();
    steps.#session.connect();
    await steps.#session.post("Profiler.enable");
    await steps.#session.post("Debugger.enable");
    const settings = { callCount: true, detailed: true };
    await steps.#session.post("Profiler.startPreciseCoverage", settings);
    return steps;
  }

  /** The steps of every function since the last time: `{ key, steps, where }`. */
  async take() {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    const functions = [];
    for (const { url, scriptId, functions: all } of result) {
      if (url.startsWith("node:")) continue;
      for (const { functionName, ranges } of all) {
        const steps = ranges.reduce((sum, { count }) => sum + count, 0);
        if (steps === 0) continue;
        const at = ranges[0].startOffset;
        const where = await this.#where(url, scriptId, at, functionName);
        functions.push({ key: `${scriptId}:${at}`, steps, where });
      }
    }
    return functions;
  }

  /** The file of the generator that the bundle has a function from, else its package; its name. */
  async #where(url, scriptId, at, name) {
    if (!this.#sources.has(scriptId)) {
      const { scriptSource } = await this.#session.post("Debugger.getScriptSource", { scriptId });
      const files = [...scriptSource.matchAll(/^\/\/ (generator\/\S+)$/gm)];
      this.#sources.set(
        scriptId,
        files.map(({ index, 1: file }) => ({ index, file })),
      );
    }
    const file = this.#sources.get(scriptId).findLast(({ index }) => index < at)?.file;
    return `${file ?? url.split("/node_modules/").at(-1)} ${name || "(a function without a name)"}`;
  }
}
