import type { ApiModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, identifier, jsdoc } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import type { FaultBody } from "./faults.js";
import { fallbackBody, faultMakers, needsFallback } from "./faults.js";
import { functionHead, importLine, lines, printValue } from "./layout.js";
import type { Sources } from "./sources.js";

/** What the template `faults` prints. */
export interface FaultsView {
  readonly header: Text<"code">;
  readonly imports: Text<"code">;
  readonly makers: readonly {
    readonly doc: Text<"comment">;
    readonly signature: Text<"code">;
    readonly body: Text<"code">;
  }[];
}

export function faultsView(model: ApiModel, types: TypeCatalogue, sources: Sources): FaultsView {
  const makers = faultMakers(model);
  const views = makers.map(({ name, component, status, body }) => ({
    doc: jsdoc(
      model.schemas[component]?.description ??
        `The body of a ${status === undefined ? "fault" : status}.`,
    ),
    signature: functionHead(name, parameters(body), types.nameOf(component)),
    body: returned(body),
  }));
  const fallback = needsFallback(model) ? [fallbackBody(model)] : [];
  const bodies = [...makers.map(({ body }) => body), ...fallback];
  return {
    header: sources(model.faults),
    imports: lines([
      importLine(
        makers.map(({ component }) => types.nameOf(component)),
        "../types.js",
        "type",
      ),
      importLine(
        [
          ...(bodies.some(({ uses }) => uses.has("faultNameOf")) ? [code`faultNameOf`] : []),
          ...(bodies.some(({ uses }) => uses.has("reasonOf")) ? [code`reasonOf`] : []),
          ...(fallback.length > 0 ? [code`type JsonValue`] : []),
        ],
        "./runtime.js",
        "value",
      ),
    ]),
    makers: [
      ...views,
      ...fallback.map((body) => ({
        doc: jsdoc("The body for a status that the docs have no form for."),
        signature: functionHead(identifier("anyFault"), parameters(body), identifier("JsonValue")),
        body: returned(body),
      })),
    ],
  };
}

/** Those before the last one that is used must be there, used or not. */
function parameters({ uses }: FaultBody): readonly Text<"code">[] {
  const all = [
    ["message", code`message: string`, code`_message: string`],
    ["status", code`status: number`, code`_status: number`],
    ["requestId", code`requestId: string`, code`_requestId: string`],
  ] as const;
  const last = all.findLastIndex(([name]) => uses.has(name));
  return all.slice(0, last + 1).map(([name, used, unused]) => (uses.has(name) ? used : unused));
}

function returned({ value }: FaultBody): Text<"code"> {
  return code`  return ${printValue(value, 2, "  return ;".length)};`;
}
