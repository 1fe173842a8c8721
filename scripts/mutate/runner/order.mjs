// Which tests are asked first: those that killed most of what is near, for their time.

/** Test files that try everything at once, and of which few tests are asked first. */
const whole = /^test\/(?:scenarios|cases)\//;
const first = 6;

export class Order {
  /** Test → the milliseconds that it took last. */
  #times = new Map();
  /** Module → test → how many of its mutants the test killed. */
  #kills = new Map();

  took(id, milliseconds) {
    this.#times.set(id, milliseconds);
  }

  killed(module, id) {
    const kills = this.#kills.get(module) ?? new Map();
    this.#kills.set(module, kills.set(id, (kills.get(id) ?? 0) + 1));
  }

  /** The tests of `ids` in groups, each of one test file, in the order in which to run them. */
  groups(module, ids) {
    const kills = this.#kills.get(module) ?? new Map();
    const byFile = new Map();
    for (const id of ids) {
      const path = id.slice(0, id.indexOf("#"));
      if (byFile.has(path)) byFile.get(path).push(id);
      else byFile.set(path, [id]);
    }
    const groups = [...byFile].flatMap(([path, all]) => {
      if (!whole.test(path) || all.length <= first) return [{ path, ids: all }];
      const best = all.toSorted(
        (a, b) => (kills.get(b) ?? 0) - (kills.get(a) ?? 0) || this.#timeOf(a) - this.#timeOf(b),
      );
      return [
        { path, ids: best.slice(0, first) },
        { path, ids: best.slice(first) },
      ];
    });
    const worth = new Map(
      groups.map((group) => {
        const killed = group.ids.reduce((sum, id) => sum + (kills.get(id) ?? 0), 0);
        const time = group.ids.reduce((sum, id) => sum + this.#timeOf(id), 5);
        return [group, (killed + 0.5) / time];
      }),
    );
    return groups.toSorted((a, b) => worth.get(b) - worth.get(a));
  }

  #timeOf(id) {
    return this.#times.get(id) ?? 10;
  }
}
