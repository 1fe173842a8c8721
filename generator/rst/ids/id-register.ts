import type { IdRequest } from "./id-requests.js";
import { makeId, makeTermId } from "./make-id.js";

/** The identifiers of one document, given in the order in which they are asked for. */
export class IdRegister {
  private readonly taken = new Set<string>();
  private readonly names = new Set<string>();
  private number = 0;
  private indexed = 0;
  private terms = 0;

  /** Docutils' `document.set_id` with the prefix that Sphinx gives it, and Sphinx's own numbers. */
  give(request: IdRequest): string {
    if (request.name !== undefined) this.names.add(request.name);
    const id = this.next(request);
    this.taken.add(id);
    return id;
  }

  /** Whether something has this name already (`document.has_name`). */
  hasName(name: string): boolean {
    return this.names.has(name);
  }

  private next({ kind, name = "" }: IdRequest): string {
    if (kind === "index") {
      this.indexed += 1;
      return `index-${this.indexed - 1}`;
    }
    if (kind === "term") return this.term(name);
    const made = makeId(name);
    if (made !== "" && !this.taken.has(made)) return made;
    let id: string;
    do {
      this.number += 1;
      id = `id${this.number}`;
    } while (this.taken.has(id));
    return id;
  }

  /** Sphinx's `make_id` with a prefix. */
  private term(name: string): string {
    let id = makeTermId(name);
    while (id === "term" || this.taken.has(id)) {
      id = `term-${this.terms}`;
      this.terms += 1;
    }
    return id;
  }
}
