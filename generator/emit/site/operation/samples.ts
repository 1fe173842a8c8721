import type { OperationModel, SampleModel } from "../../../openapi/model.js";
import { isOpen } from "../../../openapi/versions.js";
import { escaped, type Html, joinHtml, nothing } from "../../html.js";
import { at, boundsMark } from "../bounds.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import { words } from "../words.js";

/** What requests and answers look like: the first of each is open. */
export function samplesHtml(page: Page, { samples }: OperationModel, anchor: string): Html {
  const sides = [
    samples.filter(({ of }) => of === "request"),
    samples.filter(({ of }) => of !== "request"),
  ];
  const shown = sides.flatMap((side) =>
    side.map((sample, index) => sampleHtml(page, sample, index === 0, anchor)),
  );
  return joinHtml(shown);
}

function sampleHtml(page: Page, sample: SampleModel, open: boolean, anchor: string): Html {
  const { of, title, name, bounds, mediaType, value } = sample;
  const side = of === "request" ? words.request : `${words.response} ${of}`;
  return part("sample", {
    id: escaped(page.id(`${anchor}/sample/${name}`)),
    at: at(bounds),
    open,
    side: escaped(side),
    title: escaped(title),
    mark: isOpen(bounds) ? nothing : boundsMark(bounds),
    media: escaped(mediaType),
    text: escaped(typeof value === "string" ? value : JSON.stringify(value, undefined, 2)),
  });
}
