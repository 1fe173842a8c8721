import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Kind } from "./grammar.js";
import type { Place } from "./place.js";
import type { Raw } from "./take-in.js";

/** Looks at one object of a document, whose members were taken in, for what cannot be expressed. */
export type Check = (object: Raw, place: Place) => readonly Diagnostic[];

/** What is looked for, by the kind of object. */
export const checks: Readonly<Partial<Record<Kind, readonly Check[]>>> = {};
