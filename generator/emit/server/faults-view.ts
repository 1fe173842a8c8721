import type { ApiModel } from "../../openapi/model.js";
import { code, identifier, join, jsdoc, type Text } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import type { FaultBody } from "./faults.js";
import { fallbackBody, faultMakers, needsFallback } from "./faults.js";
import { codeOf } from "../layout/doc.js";
import { functionHead } from "../layout/functions.js";
import { valueDoc } from "../layout/values.js";
import { ModuleScope } from "../module-scope.js";
import type { Sources } from "./sources.js";
import { faultsOf } from "./told-faults.js";

const typesFile = "../types.js";
const runtime = "./runtime.js";

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
    signature: functionHead(name, undefined, parameters(body), types.nameOf(component)),
    body: returned(body),
  }));
  const fallback = needsFallback(model) ? [fallbackBody(model)] : [];
  const bodies = [...makers.map(({ body }) => body), ...fallback];
  const scope = new ModuleScope([]);
  for (const { component } of makers) scope.use(typesFile, types.nameOf(component));
  for (const name of ["faultNameOf", "reasonOf"] as const)
    if (bodies.some(({ uses }) => uses.has(name))) scope.use(runtime, name, "value");
  if (fallback.length > 0) scope.use(runtime, "JsonValue");
  return {
    header: sources(faultsOf(model)),
    imports: join(scope.declarations([typesFile, runtime]), "\n"),
    makers: [
      ...views,
      ...fallback.map((body) => ({
        doc: jsdoc("The body for a status that the docs have no form for."),
        signature: functionHead(
          identifier("anyFault"),
          undefined,
          parameters(body),
          identifier("JsonValue"),
        ),
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
  return code`  ${codeOf([code`return `, valueDoc(value), code`;`], 2)}`;
}
