import type { OperationModel, SampleModel } from "../../../openapi/model.js";
import { type Bounds, isOpen } from "../../../openapi/versions.js";
import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { rangesOfBody } from "../body/shape.js";
import { narrowed } from "../body/variants.js";
import { at, boundsMark } from "../bounds.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { words } from "../words.js";
import { sampleText } from "./marked-sample.js";

/** What requests and answers look like: the first of each is open. */
export function samplesHtml(page: Page, operation: OperationModel, anchor: string): Html {
  const { samples } = operation;
  const sides = [
    samples.filter(({ of }) => of === "request"),
    samples.filter(({ of }) => of !== "request"),
  ];
  const shown = sides.flatMap((side) =>
    side.map((sample, index) =>
      sampleHtml(page, sample, rangesOf(page, operation, sample), index === 0, anchor),
    ),
  );
  return joinHtml(shown);
}

/** A sample goes with its body, and that with its answer. */
function rangesOf(
  { site }: Page,
  { body, responses }: OperationModel,
  { of, bounds }: SampleModel,
): readonly Bounds[] {
  const response = responses.find(({ status }) => status === of);
  const shown = of === "request" ? body : response?.body;
  const ranges = shown === undefined ? [] : rangesOfBody(shown.schema, site.model.schemas);
  return narrowed(narrowed(ranges, response?.bounds ?? {}), bounds);
}

function sampleHtml(
  page: Page,
  sample: SampleModel,
  ranges: readonly Bounds[],
  open: boolean,
  anchor: string,
): Html {
  const { of, title, name, bounds, mediaType, value } = sample;
  const side = of === "request" ? words.request : `${words.response} ${of}`;
  return part("sample", {
    id: escaped(page.id(`${anchor}/sample/${name}`)),
    at: at(...ranges),
    open,
    side: escaped(side),
    title: escaped(title),
    mark: isOpen(bounds) ? nothing : boundsMark(bounds),
    media: escaped(mediaType),
    text: sampleText(page, value, of === "request" ? "request" : "response", anchor),
  });
}
