import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { otherMediaTypes } from "../../diagnostics/rules/other-media-types.js";
import { untypedBody } from "../../diagnostics/rules/untyped-body.js";
import { usedMediaType } from "../../openapi/media-type.js";
import { isRecord } from "../../openapi/references.js";
import { below, type Place, spanAt } from "../place.js";
import type { Raw } from "../take-in.js";

/** Of several media types one is sent, or asked for. */
export function checkMediaTypes({ content }: Raw, place: Place): readonly Diagnostic[] {
  const types = isRecord(content) ? Object.keys(content) : [];
  const used = usedMediaType(types);
  if (used === undefined || types.length < 2) return [];
  const at = spanAt(below(below(place, "content"), used), "name");
  return [report(otherMediaTypes, at, { used, others: types.filter((type) => type !== used) })];
}

/** A body that is not JSON is whatever the platform sends. */
export function checkUntypedBody(request: Raw, place: Place): readonly Diagnostic[] {
  return untyped(request, place, "a FormData");
}

/** The same of an answer, which is read as it comes. */
export function checkUntypedAnswer(response: Raw, place: Place): readonly Diagnostic[] {
  return untyped(response, place, "text or bytes");
}

function untyped({ content }: Raw, place: Place, form: string): readonly Diagnostic[] {
  if (!isRecord(content)) return [];
  const used = usedMediaType(Object.keys(content));
  const media = used === undefined ? undefined : content[used];
  const schema = isRecord(media) ? media["schema"] : undefined;
  if (used === undefined || /\bjson(?!l|-s)/i.test(used) || !isStructured(schema)) return [];
  const at = spanAt(below(below(place, "content"), used), "name");
  const isForm = /^multipart\/form-data/i.test(used);
  const type = isForm ? form : "text or bytes";
  return [report(untypedBody, at, { mediaType: used, type })];
}

/** Whether a schema says more of a body than that it is a text or bytes. */
function isStructured(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  const types = [schema["type"]].flat();
  return !types.includes("string") && Object.keys(schema).length > 0;
}
