import { KnownAnswers } from "../../collections/known-answers.js";
import type { ApiReference, Operation, Row, SampleLink, Side } from "../reference.js";
import type { SortedRows } from "../rows/rows.js";
import { sentencesOf } from "../words/sentences.js";
import type { Span } from "../../diagnostics/span.js";

/** A body that is no JSON, by what the docs show or say of it where no header row names its type. */
export interface TextBody {
  readonly mediaType: string;
  /** What shows it; empty where only words tell of it. */
  readonly samples: readonly SampleLink[];
  /** Its members are those that rows list, as in a form that is sent. */
  readonly ofRows: boolean;
}

/** What the sample of one side stands in, and what was made of it. */
export interface UnnamedBody {
  readonly span: Span;
  readonly side: Side;
  /** The notation, in words for people. */
  readonly notation: string;
  readonly mediaType: string;
}

/** By the language of a block or the ending of a file: its media type, and its name. */
const notations: ReadonlyMap<string, { readonly mediaType: string; readonly words: string }> =
  new Map(
    (
      [
        // RFC 9512
        ["yaml yml", "application/yaml", "YAML"],
        // RFC 7303
        ["xml xsd", "application/xml", "XML"],
        ["html htm", "text/html", "HTML"],
        // RFC 4180
        ["csv", "text/csv", "CSV"],
        ["text txt none plain", "text/plain", "plain text"],
      ] as const
    ).flatMap(([names, mediaType, words]) =>
      names.split(" ").map((name) => [name, { mediaType, words }] as const),
    ),
  );

const formType = "application/x-www-form-urlencoded";

/** `oauth_token=29971f&oauth_token_secret=238eb8` (URL Standard, 5.1). */
const form = /^[\w.~%+-]+=[^&\s=]*(?:&[\w.~%+-]+=[^&\s=]*)+$/;

/** What a text is written in; `undefined` for a command, a message over HTTP, or what does not tell. */
function notationOf({
  sample,
}: SampleLink): { readonly mediaType: string; readonly words: string } | undefined {
  if (sample.kind !== "text") return undefined;
  const text = sample.text.trim();
  if (text === "" || isTransfer(text)) return undefined;
  if (form.test(text)) return { mediaType: formType, words: "a form" };
  const ending = /\.(\w+)$/.exec(sample.source)?.[1];
  const known = notations.get((sample.language ?? ending ?? "").toLowerCase());
  const named = headerIn(text);
  return known === undefined
    ? undefined
    : { ...known, ...(named !== undefined && { mediaType: named }) };
}

/** The media type that a text names in a header above the body: `Content-Type: text/xml`. */
function headerIn(text: string): string | undefined {
  const head = text.split("\n", 6).join("\n");
  return /^[ \t]*content-type:[ \t]*([a-z]+\/[\w.+-]+)/im.exec(head)?.[1]?.toLowerCase();
}

/** A command, or a message as it comes over HTTP. */
function isTransfer(text: string): boolean {
  return /^\s*(?:[$#>]\s|\S*curl\b|HTTP\/|[A-Z]{3,7} \S)/.test(text);
}

/** The bodies of an operation that are texts, by their sides. */
export function textBodies(
  operation: Operation,
  { requestBody, responseBody }: SortedRows,
): Readonly<Partial<Record<Side, TextBody>>> {
  const request =
    textBody(operation, "request", requestBody.length > 0) ?? wholeRow(operation, requestBody);
  const response = textBody(operation, "response", responseBody.length > 0);
  return { ...(request && { request }), ...(response && { response }) };
}

/** Whether rows list what a form sends: names with values, none inside of another (WHATWG URL, application/x-www-form-urlencoded). */
export function sendsForm(operation: Operation, side: Side): boolean {
  return textBody(operation, side, true)?.ofRows === true;
}

/**
 * The body of one side that is a text: all that the docs show of it is one, in one notation, or they
 * say so and show nothing in JSON. Where rows list its members, YAML is but another way to write
 * them (`inYaml`), plain text is no body, and a form is sent of them.
 */
function textBody(operation: Operation, side: Side, hasRows: boolean): TextBody | undefined {
  if (side === "request" && !/^(?:POST|PUT|PATCH)$/.test(operation.method.value)) return undefined;
  // A text under nothing that names a side explains something.
  const shown = operation.samples.filter(
    ({ side: of, evidence: { heading, label, file } }) =>
      of === side && (heading ?? label ?? file) !== undefined,
  );
  if (shown.some(({ sample }) => sample.kind === "json" && !sample.fragment)) return undefined;
  const found = shown.flatMap((link) => {
    const notation = notationOf(link);
    return notation === undefined ? [] : [{ link, notation }];
  });
  const [first] = found;
  if (first === undefined) {
    const isText = shown.every(
      (link) => link.sample.kind === "text" && !isTransfer(link.sample.text),
    );
    const said = hasRows || !isText ? undefined : saidType(operation, side);
    return said === undefined ? undefined : { mediaType: said, samples: shown, ofRows: false };
  }
  const { mediaType: shownType } = first.notation;
  if (found.some(({ notation }) => notation.mediaType !== shownType)) return undefined;
  // Whatever is shown as a block of text looks like plain text.
  const named = shownType === "text/plain" ? saidType(operation, side) : undefined;
  const mediaType = named ?? shownType;
  const isForm = mediaType === formType;
  if (hasRows && !isForm && !/xml|html/.test(mediaType)) return undefined;
  const samples = found.map(({ link }) => link);
  return { mediaType, samples, ofRows: isForm && hasRows && side === "request" };
}

/**
 * The body of a request that one row stands for, where nothing shows it: its words name another
 * `Content-Type` than JSON, which a member has none of.
 */
function wholeRow(
  { method, samples }: Operation,
  [row, ...others]: readonly Row[],
): TextBody | undefined {
  if (!/^(?:POST|PUT|PATCH)$/.test(method.value) || others.length > 0) return undefined;
  if (samples.some(({ side }) => side === "request")) return undefined;
  const prose = row?.entry?.description.markdown ?? "";
  const mediaType = /\bcontent[- ]type\b/i.test(prose) ? onlyType([prose]) : undefined;
  return mediaType === undefined ? undefined : { mediaType, samples: [], ofRows: false };
}

const about: Readonly<Record<Side, RegExp>> = {
  request: /\b(?:request (?:entity[- ]?)?body|body of the request|send|sends|upload(?:s|ed)?)\b/i,
  response: /\b(?:response|responds?|answers?|repl(?:y|ies)|returns?|returned|output|result)\b/i,
};

/** The one media type that the sentences about a side name; `plain text` is one, too. */
export function saidType(
  { description, remarks }: Pick<Operation, "description" | "remarks">,
  side: Side,
): string | undefined {
  const of = remarks.flatMap((remark) => (remark.side === side ? [remark.words] : []));
  const told = sentencesOf(description.markdown).filter((words) => about[side].test(words));
  const other = about[side === "request" ? "response" : "request"];
  const words = [...of, ...told.filter((each) => side === "response" || !other.test(each))];
  return onlyType(words);
}

/** The one media type that words name, if it is not JSON. */
function onlyType(words: readonly string[]): string | undefined {
  const named = new Set(
    words.flatMap((each) => [
      ...[...each.matchAll(/\b(?:application|text|image)\/[a-z0-9][\w.+-]*\w/gi)].map(([type]) =>
        type.toLowerCase(),
      ),
      ...(/\bplain[- ]text\b/i.test(each) ? ["text/plain"] : []),
    ]),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined && !/json/.test(only) ? only : undefined;
}

/**
 * The reference with samples in YAML read as what they write where rows list the members of their
 * body, and nothing shows it in JSON: docs use either for one and the same object.
 */
export function yamlRead(
  reference: ApiReference,
  known: KnownAnswers = new KnownAnswers(),
): ApiReference {
  const chapters = reference.chapters.map((chapter) => ({
    ...chapter,
    operations: chapter.operations.map((operation) =>
      known.of("yaml read", operation, [], () => withYamlRead(operation)),
    ),
  }));
  return { ...reference, chapters };
}

function withYamlRead(operation: Operation): Operation {
  const samples = operation.samples.map((link) => inYaml(link, operation));
  const isSame = samples.every((link, at) => link === operation.samples[at]);
  return isSame ? operation : { ...operation, samples };
}

function inYaml(link: SampleLink, operation: Operation): SampleLink {
  const { side, sample } = link;
  if (sample.kind !== "text" || sample.yaml === undefined) return link;
  const lists = side === "request" ? operation.request : operation.response;
  const hasRows = lists.some(({ rows }) => rows.some(({ entry }) => entry?.in === "body"));
  const inJson = operation.samples.some(
    (other) => other.side === side && other.sample.kind === "json",
  );
  if (!hasRows || inJson) return link;
  const { source, yaml } = sample;
  return {
    ...link,
    sample: {
      kind: "json",
      source,
      value: yaml,
      repaired: false,
      version: undefined,
      fragment: false,
      notation: "yaml",
    },
  };
}

/** What is shown of a body in another notation than JSON where no row names its media type. */
export function unnamedBodies(
  operation: Operation,
  texts: Readonly<Partial<Record<Side, TextBody>>>,
): readonly UnnamedBody[] {
  const shown = (["request", "response"] as const).flatMap((side) => {
    const text = texts[side];
    const [link] = text?.samples ?? [];
    const notation = link && notationOf(link)?.words;
    if (text === undefined || link === undefined || notation === undefined) return [];
    if (link.sample.kind === "text" && headerIn(link.sample.text) !== undefined) return [];
    return [{ span: link.path?.span ?? link.span, side, notation, mediaType: text.mediaType }];
  });
  const read = operation.samples.flatMap(({ side, span, path, sample }) =>
    sample.kind === "json" && sample.notation === "yaml"
      ? [{ span: path?.span ?? span, side, notation: "YAML", mediaType: "application/json" }]
      : [],
  );
  return [...shown, ...read];
}
