import type { ExampleObject, MediaTypeObject, OperationObject } from "../document.js";
import { boundsOf, type SampleModel } from "../model.js";
import { isRecord, resolved } from "../references.js";
import { usedMediaType } from "../media-type.js";
import { statusOf, words, type ReadingContext } from "./read-operation.js";

/** The samples of an operation, those of the request first: as the document shows them. */
export function readSamples(
  context: ReadingContext,
  operation: Pick<OperationObject, "requestBody" | "responses">,
): readonly SampleModel[] {
  const body = resolved(context.document, operation.requestBody);
  const { responses } = operation;
  return [
    ...samplesIn(context, "request", body?.content),
    ...Object.entries(isRecord(responses) ? responses : {}).flatMap(([key, value]) => {
      const status = statusOf(key);
      const response = resolved(context.document, value);
      return status === undefined || response === undefined || !("content" in response)
        ? []
        : samplesIn(context, status, response.content);
    }),
  ];
}

function samplesIn(
  { document }: ReadingContext,
  of: SampleModel["of"],
  content: unknown,
): readonly SampleModel[] {
  if (!isRecord(content)) return [];
  const mediaType = usedMediaType(Object.keys(content));
  const media = mediaType === undefined ? undefined : content[mediaType];
  if (mediaType === undefined || !isRecord(media)) return [];
  const { example, examples }: MediaTypeObject = media;
  const named = Object.entries(isRecord(examples) ? examples : {}).flatMap(
    ([name, one]): readonly SampleModel[] => {
      const found = resolved<ExampleObject>(document, one);
      if (found === undefined || !Object.hasOwn(found, "value")) return [];
      const title = words(found.summary) ?? name;
      const bounds = boundsOf(found["x-openstack"]);
      return [{ of, name, title, mediaType, value: found.value, bounds }];
    },
  );
  if (named.length > 0 || example === undefined) return named;
  return [{ of, name: "example", title: "", mediaType, value: example, bounds: {} }];
}
