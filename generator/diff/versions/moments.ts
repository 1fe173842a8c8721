import type { OpenApiDocument } from "../../openapi/document.js";
import type { Bounds } from "../../openapi/model.js";
import { within } from "../../versions/versions.js";
import { SchemaComparison } from "../schemas/compare-schemas.js";
import { View } from "../schemas/view.js";

/** Both sides at one microversion; undefined where there are none. */
export interface Moment {
  readonly version: string | undefined;
  readonly old: View;
  readonly new: View;
  readonly schemas: SchemaComparison;
}

/** Whether something is there at the microversion. */
export function isHere({ bounds }: { readonly bounds: Bounds }, { version }: Moment): boolean {
  return version === undefined || within(bounds, version);
}

/** Two views as one moment; what of them was compared is kept. */
export function momentOf(version: string | undefined, old: View, now: View): Moment {
  return { version, old, new: now, schemas: new SchemaComparison(old, now) };
}

/** Both documents at each microversion that was asked for, kept, since operations share schemas. */
export class Moments {
  readonly #known = new Map<string | undefined, Moment>();

  constructor(
    private readonly old: OpenApiDocument,
    private readonly now: OpenApiDocument,
  ) {}

  at(version: string | undefined): Moment {
    const known = this.#known.get(version);
    if (known !== undefined) return known;
    const moment = momentOf(version, new View(this.old, version), new View(this.now, version));
    this.#known.set(version, moment);
    return moment;
  }
}
