import type { Row } from "../../reference.js";
import { sentencesOf } from "../sentences.js";

/** Prose by which what an object holds is not the same for all: "its fields vary between drivers". */
const differs =
  /\b(?:fields|members|contents?|keys|elements|attributes|properties|structure|semantics|format|(?:which|what) \w+ there (?:are|is))\b[^.]{0,60}\b(?:depends?|depending|var(?:y|ies)|differs?|(?:is|are) determined|(?:driver|vendor|back-?end|hypervisor|plug-?in)[- ]specific)\b/i;

/** Prose by which an object is its user's, or its driver's, own. */
const own =
  /\barbitrary\b|\bfree[- ]?form\b|\bopaque\b|\bany (?:json|keys?)\b|\b(?:user|operator)[- ](?:defined|supplied|provided)\b(?! (?:\w+ )?(?:names?|keys?)\b)|\b(?:driver|vendor|back-?end|hypervisor|plug-?in|storage)[- ]specific\b|\bnot define a (?:specific )?(?:format|structure)\b|\bspecific to (?:the |each |a )?(?:\w+ ){0,3}(?:driver|vendor|back-?end|hypervisor|plug-?in|tool)\b/i;

/** Prose that calls what it describes JSON, and not an object or a list of it: "A JSON environment". */
const json =
  /^\s*(?:an? |the )?json (?!(?:objects?|lists?|arrays?|strings?|numbers?|booleans?|documents?|keys?|values?|schemas?|representations?)\b)[a-z]/i;

/** Prose whose subject is a template: "The stack template on which to …". */
const template =
  /^\s*(?:the |a |an )?(?:\w+ ){0,2}template\b(?! (?:name|id|uuid|url|version|function|object)s?\b)/i;

/** What goes into a template or a program, or comes out of it. */
const data = /\b(?:input|output) data\b|\barguments? (?:for|of|to)\b/i;

/** Prose that says what the values are, at least. */
const saysStrings =
  /\b(?:dictionary|dict|map|mapping|pairs?|values?|keys?)\b[^.]{0,40}\b(?:strings?|texts?)\b|\b(?:string|text) values?\b/i;

/**
 * Whether an object is free in form: no row documents a member of it, and its type is `JSON` or its
 * prose says that members vary, are arbitrary, or are somebody's own. What a sample of it shows is an
 * example. Not where the prose names members that the sample has.
 */
export function isFreeForm(rows: readonly Row[], prose: string, keys: readonly string[]): boolean {
  if (rows.length === 0 || saysStrings.test(firstParagraph(prose))) return false;
  if (keys.some((key) => prose.includes(`\`${key}\``))) return false;
  const text = prose.replace(/\s+/g, " ");
  const isJson = rows.some(({ entry }) => /^json\b/i.test(entry?.type ?? ""));
  return isJson || [differs, own, template, data, json].some((pattern) => pattern.test(text));
}

/** "The `body` attribute specifies an arbitrary document", "`body` is any JSON". */
const free =
  /`([\w.-]{1,60})`(?: (?:attribute|parameter|field|member|property|key|value|object))? (?:is|are|specifies|holds|contains|has|can be|may be)(?: an?| the)? (?:arbitrary|free[- ]?form|opaque|any json)\b/gi;

/** The members of which the prose of an operation says that they are somebody's own. */
export function namesOfFreeForm(markdown: string): readonly string[] {
  return [...markdown.replace(/\s+/g, " ").matchAll(free)].map(([, name = ""]) => name);
}

const wholeRequest = /\brequest(?:'s)? body\b|\bbody of (?:the|this|a) request\b/i;

/**
 * Whether a sentence says of the whole body of a request that it is not the same for all: "The
 * contents of the request body depends on …". Whatever is sent is then between its sender and what
 * it is sent to.
 */
export function saysFreeRequest(words: string): boolean {
  return sentencesOf(words).some(
    (sentence) => wholeRequest.test(sentence) && (differs.test(sentence) || own.test(sentence)),
  );
}

/** Whether prose says that an object is a template: whatever names it has are not of the API. */
export function isTemplate(prose: string): boolean {
  return template.test(prose);
}

function firstParagraph(prose: string): string {
  const end = prose.search(/\n\s*\n/);
  return end < 0 ? prose : prose.slice(0, end);
}
