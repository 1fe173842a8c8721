// What need not be done again for each mutant: stages before the mutated one, and those behind it
// where it says what it said without a mutant.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";

/** Thrown where a test cannot but go on as it did: it has passed. */
export class SameAsBefore extends Error {}

/** Behind the id of a test: what is run within inference. */
export const within = "\u0000within";
const behindReading = /^(?:generator\/(?:infer|openapi|emit)|templates)\//;
const reading = "generator/apiref/read-api-reference.ts";
const inferring = "generator/infer/infer.ts";
const memory = "generator/collections/remembering.ts";
const trees = "generator/source/memory-tree.ts";

export class Stages {
  #keys = new WeakMap();
  #read = new Map();
  #reset = [];
  /** Whether no mutant changes how docs are read. */
  #readsAsEver;
  #infers;
  /** Test → the digests of what inference answered in it without any mutant. */
  answers = new Map();
  #test = undefined;

  #space;

  constructor(mutated, space) {
    this.#space = space;
    this.#readsAsEver = mutated.every((path) => behindReading.test(path));
    this.#infers = mutated.every((path) => path.startsWith("generator/infer/"));
  }

  /** What stands in for members of a module of the checkout. */
  around(path, exports) {
    if (path === trees) this.#replace(exports, "memoryTree", (made) => this.#keyed(made));
    if (path === reading) this.#replace(exports, "readApiReference", (read) => this.#kept(read));
    if (path === inferring) this.#replace(exports, "infer", (infer) => this.#compared(infer));
    if (path === memory) this.#replace(exports, "remembering", (make) => this.#forgetful(make));
  }

  /** Another mutant. */
  mutate() {
    for (const reset of this.#reset) reset();
  }

  /**
   * What is inferred from now on belongs to the test `id`; `isCounting`: in the dry run. Otherwise
   * `depends` says whether the test comes by the mutant elsewhere, too.
   */
  begin(id, isCounting, depends) {
    this.#test = { id, isCounting, calls: 0, depends, isSame: false };
  }

  /** Whether the rest of the test would have been as it was. */
  get isSame() {
    return this.#test?.isSame ?? false;
  }

  #replace(exports, name, replacement) {
    const value = replacement(exports[name]);
    Object.defineProperty(exports, name, { value, enumerable: true, configurable: true });
  }

  /** Trees in memory are known by their files. */
  #keyed(memoryTree) {
    return (files) => {
      const tree = memoryTree(files);
      this.#keys.set(tree, JSON.stringify(files));
      return tree;
    };
  }

  /** Docs are read once, and copied for each who asks. */
  #kept(read) {
    return (tree, ...others) => {
      const key = this.#keys.get(tree);
      if (key === undefined || !this.#readsAsEver) return read(tree, ...others);
      if (!this.#read.has(key)) this.#read.set(key, bytesOf(read(tree)));
      const bytes = this.#read.get(key);
      return bytes === undefined ? read(tree, ...others) : deserialize(bytes);
    };
  }

  /** Functions of texts forget what they answered under another mutant. */
  #forgetful(remembering) {
    return (answer) => {
      let own = remembering(answer);
      this.#reset.push(() => (own = remembering(answer)));
      return (text) => own(text);
    };
  }

  #compared(infer) {
    return (...words) => {
      const test = this.#test;
      if (test?.id === undefined || !this.#infers) return infer(...words);
      if (test.isCounting) return this.#noted(test.id, () => infer(...words));
      const inferred = infer(...words);
      const before = this.answers.get(test.id) ?? [];
      const isLike = !test.depends && isDigest(inferred, before[test.calls]);
      test.calls += 1;
      if (!isLike) test.depends = true;
      else if (test.calls === before.length) {
        test.isSame = true;
        throw new SameAsBefore();
      }
      return inferred;
    };
  }

  /** In the dry run, what is run within inference counts apart. */
  #noted(id, infer) {
    this.#space.currentTestId = id + within;
    try {
      const inferred = infer();
      this.answers.set(id, [...(this.answers.get(id) ?? []), digestOf(inferred) ?? null]);
      return inferred;
    } finally {
      this.#space.currentTestId = id;
    }
  }
}

/** Undefined where there is more to it than data. */
function bytesOf(value) {
  try {
    return serialize(value);
  } catch {
    return undefined;
  }
}

function digestOf(value) {
  const bytes = bytesOf(value);
  return bytes && createHash("sha1").update(bytes).digest("base64");
}

const isDigest = (value, before) => typeof before === "string" && digestOf(value) === before;
