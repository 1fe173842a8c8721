// The modules of the checkout in one process, any of which can be loaded anew.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile, own } from "./compile.mjs";

/**
 * `checkout` is where Stryker has put its switches into the mutated files, `originals` where these
 * are as they were. Paths below are relative to both.
 */
export class World {
  #checkout;
  #originals;
  #given;
  #onEvaluate;
  /** Path → the module as it is loaded now. */
  #loaded = new Map();
  /** Path → the paths that import it. */
  #importers = new Map();
  #compiled = new Map();
  #mutated = undefined;
  /** Whether all mutated files have their switches and counters, as the dry run needs them. */
  counting = false;

  /** `given` are packages that have to be the very ones that the runner has. */
  constructor(checkout, originals, given, onEvaluate) {
    this.#checkout = checkout;
    this.#originals = originals;
    this.#given = given;
    this.#onEvaluate = onEvaluate;
  }

  /** The exports of a module of the checkout. */
  load(path) {
    return this.#require(path);
  }

  /**
   * From now on `path` has its switches, and no other file. What knows it is loaded anew where that
   * is another file than before, or where `anew` asks for it; tests are in any case.
   */
  mutate(path, anew) {
    this.forget((each) => each.startsWith("test/"));
    if (path === this.#mutated && !anew) return;
    for (const mutated of new Set([this.#mutated, path])) this.#forgetDependents(mutated);
    this.#mutated = path;
  }

  /** Loads modules anew when they are asked for the next time. */
  forget(which) {
    for (const path of this.#loaded.keys()) if (which(path)) this.#loaded.delete(path);
  }

  /** The paths that import `path`. */
  importersOf(path) {
    return this.#importers.get(path) ?? new Set();
  }

  /** The module at `path`, and all that import it, directly or not. */
  dependentsOf(path) {
    const seen = new Set([path]);
    const waiting = [path];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const importer of this.importersOf(next))
        if (!seen.has(importer)) {
          seen.add(importer);
          waiting.push(importer);
        }
    return seen;
  }

  /** Emitted runtimes are read as texts, by nobody that imports them. */
  #forgetDependents(mutated) {
    if (mutated === undefined) return;
    const dependents = this.dependentsOf(mutated);
    this.forget((path) => mutated.startsWith("templates/") || dependents.has(path));
  }

  #require(path) {
    const known = this.#loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(path, module);
    const file = join(this.#checkout, path);
    const url = pathToFileURL(file);
    const evaluate = () => {
      this.#function(path)(
        module.exports,
        this.#requireFrom(path, createRequire(url)),
        module,
        own,
        url.href,
        dirname(file),
      );
      return module.exports;
    };
    try {
      this.#onEvaluate(path, evaluate);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  #requireFrom(path, outside) {
    return (name) => {
      if (this.#given[name] !== undefined) return this.#given[name];
      const target = this.#pathOf(path, name);
      if (target === undefined) return name.startsWith("file:") ? import(name) : outside(name);
      this.#importers.set(target, this.importersOf(target).add(path));
      return this.#require(target);
    };
  }

  /** The path of what `name` imports; undefined for packages, and for files outside. */
  #pathOf(path, name) {
    const own = name.startsWith("file:")
      ? relative(this.#checkout, fileURLToPath(name))
      : join(dirname(path), name);
    if (!/^(?:\.|file:)/.test(name) || own.startsWith("..")) return undefined;
    const written = own.replace(/\.(m?)js$/, ".$1ts");
    if (existsSync(join(this.#checkout, written))) return written;
    return undefined;
  }

  #function(path) {
    const original = join(this.#originals, path);
    const isPlain = !existsSync(original);
    const kind = isPlain || !(this.counting || path === this.#mutated) ? "plain" : "switched";
    const key = `${path} ${kind} ${kind === "switched" && this.counting}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const file = kind === "plain" && !isPlain ? original : join(this.#checkout, path);
    const made = compile(file, path, !this.counting);
    this.#compiled.set(key, made);
    return made;
  }
}
