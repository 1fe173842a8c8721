import { canonicalJson } from "../../openapi/canonical.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import type { Difference } from "../difference.js";
import { operationDeprecated, operationReactivated } from "../rules/operations.js";
import { deprecated, notDeprecated, samplesChanged, wordsChanged } from "../rules/words.js";
import { choiceOf } from "../schemas/choice.js";
import { descriptionOf } from "../schemas/shape.js";
import { shapeOf } from "../schemas/shape-of.js";
import type { View } from "../schemas/view.js";
import type { Media } from "./compare-media.js";
import { essence } from "./essence.js";
import type { Listed } from "./listed.js";

/** What docs say of a place that is no matter of its values. */
interface Said {
  readonly words: string;
  readonly deprecated: boolean;
}

/** What of two operations that are one is said otherwise, at whatever microversion. */
export function compareWords(
  old: Listed,
  now: Listed,
  views: { readonly old: View; readonly new: View },
): readonly Difference[] {
  const found: Difference[] = [];
  const [was, is] = [old.model, now.model];
  if ((was.description ?? "") !== (is.description ?? ""))
    found.push({ record: wordsChanged, keys: [], place: "the operation" });
  if (was.deprecated !== is.deprecated)
    found.push({ record: is.deprecated ? operationDeprecated : operationReactivated, keys: [] });
  const before = saidOf(was, views.old);
  const after = saidOf(is, views.new);
  for (const [key, one] of before) {
    const other = after.get(key);
    if (other === undefined) continue;
    const { keys } = other;
    const place = `\`${keys.at(-1) ?? ""}\``;
    if (one.said.words !== other.said.words) found.push({ record: wordsChanged, keys, place });
    if (one.said.deprecated !== other.said.deprecated)
      found.push({ record: other.said.deprecated ? deprecated : notDeprecated, keys, place });
  }
  for (const part of ["request", "answer"] as const) {
    if (isAlike(old.samples[part], now.samples[part])) continue;
    const place = part === "request" ? "the request" : "the answer";
    found.push({
      record: samplesChanged,
      keys: [part === "request" ? "request" : "response"],
      place,
    });
  }
  return found;
}

/** Projected or not, what a sample shows is the same object. */
function isAlike(before: readonly unknown[], after: readonly unknown[]): boolean {
  if (before.length === after.length && before.every((one, index) => one === after[index]))
    return true;
  return sampleText(before) === sampleText(after);
}

/** In whatever order the docs have them, and each once: several successes may show the same. */
function sampleText(samples: readonly unknown[]): string {
  const texts = new Set(samples.map((sample) => canonicalJson(sample)));
  return [...texts].toSorted().join("\n");
}

/** Kept with the view, since an operation is held against itself at many microversions. */
const known = new WeakMap<View, WeakMap<OperationModel, Places>>();

type Places = Map<string, { readonly keys: readonly string[]; readonly said: Said }>;

/** Places are told apart by name, those of the path by where they stand. */
function saidOf(model: OperationModel, view: View): Places {
  const ofView = known.get(view) ?? new WeakMap<OperationModel, Places>();
  known.set(view, ofView);
  const said = ofView.get(model) ?? placesOf(model, view);
  ofView.set(model, said);
  return said;
}

function placesOf(model: OperationModel, view: View): Places {
  const places: Places = new Map();
  let position = 0;
  for (const one of model.parameters) {
    position += one.in === "path" ? 1 : 0;
    const keys = [one.in, one.name];
    const name = one.in === "path" ? String(position) : one.name.toLowerCase();
    const said = { words: one.description ?? "", deprecated: one.deprecated };
    places.set(`${one.in} ${name}`, { keys, said });
  }
  if (model.body !== undefined) visitBody(model.body, "request", view, places);
  for (const { status, ok, general, description, body, headers } of model.responses) {
    if (general === true) continue;
    const own = ["status", String(status)];
    places.set(own.join("/"), { keys: own, said: { words: description, deprecated: false } });
    for (const header of headers) {
      const keys = [...own, "header", header.name];
      const said = { words: header.description ?? "", deprecated: false };
      places.set(keys.join("/").toLowerCase(), { keys, said });
    }
    // Errors are described once, for all operations.
    if (ok && body !== undefined) visitBody(body, "response", view, places);
  }
  return places;
}

/** Each form for itself: what one says otherwise is not hidden by what another says as before. */
function visitBody(body: Media, part: string, view: View, places: Places): void {
  visit([body.schema], part, "", view, places);
  for (const { mediaType, schema } of body.others ?? [])
    visit([schema], part, essence(mediaType), view, places);
}

/** So many places of one body are told of at most: where schemas lead to each other there is no end. */
const most = 2000;

interface Place {
  readonly schemas: readonly SchemaObject[];
  readonly keys: readonly string[];
  readonly open: ReadonlySet<string>;
}

/** The nearest first, and those of one object in the order of their names, whatever the docs have. */
function visit(
  schemas: readonly SchemaObject[],
  part: string,
  form: string,
  view: View,
  places: Places,
): void {
  let level: readonly Place[] = [{ schemas, keys: [part], open: new Set() }];
  const { names } = view;
  let count = 0;
  while (level.length > 0 && count < most) {
    const next: Place[] = [];
    for (const place of level) {
      const choice = choiceOf(place.schemas, names);
      const called = choice.map((schema) => names.of(schema));
      if (called.some((name) => place.open.has(name))) continue;
      count += 1;
      if (count > most) return;
      const open = new Set([...place.open, ...called]);
      const shape = shapeOf(choice, view);
      const key = [...place.keys, form].join("/");
      const said = { words: descriptionOf(shape), deprecated: shape.deprecated };
      if (!places.has(key)) places.set(key, { keys: place.keys, said });
      const inside: (readonly [string, readonly SchemaObject[]])[] = [
        ...[...shape.members].map(([name, member]) => [name, member.schemas] as const),
        ...(shape.items.length > 0 ? [["0", shape.items] as const] : []),
        ...(shape.others.length > 0 ? [["*", shape.others] as const] : []),
      ];
      for (const [name, inner] of inside.toSorted(([a], [b]) => (a < b ? -1 : 1)))
        next.push({ schemas: inner, keys: [...place.keys, name], open });
    }
    level = next;
  }
}
