import { remembering } from "../../collections/remembering.js";
import type { Kind } from "./kind.js";
import { readType } from "./documented-type.js";

/** "was optional before microversion 2.92" */
const optional =
  /\b(?:optional|not required)\b.{0,40}\b(?:before|until|prior to|up to|in)\b.{0,30}\b(?:micro)?versions?\b/i;
/** "required since microversion 2.92" */
const required =
  /\b(?:required|mandatory)\b.{0,20}\b(?:since|from|as of|starting)\b.{0,30}\b(?:micro)?version\b/i;

/** Whether prose says that a value which is required now was optional in earlier microversions. */
export const wasOptional = remembering((prose): boolean => {
  const text = prose.replace(/\s+/g, " ");
  return optional.test(text) || required.test(text);
});

/**
 * The kind that a value had in earlier microversions, where prose names it: "since version 2.28 it
 * is a dictionary instead of a string".
 */
export const kindBefore = remembering((prose): Kind | undefined => {
  const said =
    /\b(?:micro)?version `*\d+\.\d+.*?\binstead of (?:an? |the )?(?:json |serialized |plain )*(\w+)/i.exec(
      prose.replace(/\s+/g, " "),
    )?.[1];
  return said === undefined ? undefined : readType(said).kinds[0];
});

/**
 * What a value was in earlier microversions, `name` or `id`, where prose says so: "prior to version
 * 2.6, this resolved to the name".
 */
export const heldBefore = remembering((prose): string | undefined => {
  const said =
    /\b(?:prior to|before|until|up to) (?:the )?(?:api |micro)?(?:api )?version `*v?\d+\.\d+[^.]*\b(?:held|was|were|contained|resolved to|returned|showed|gave) the (name|id)\b/i.exec(
      prose.replace(/\s+/g, " "),
    )?.[1];
  return said?.toLowerCase();
});
