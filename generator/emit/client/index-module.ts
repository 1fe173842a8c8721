import type { ApiModel } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { chooses, fieldsFile, fieldsTypes } from "./operations/fields.js";
import { anyRequestFile, anyRequestTypes, anyRequestValue } from "./operations/any-request.js";
import {
  findFile,
  findTypes,
  findValue,
  hasLists,
  pagesFile,
  pagesTypes,
  pagesValue,
} from "./operations/list.js";
import { hasStates, waitFile, waitTypes, waitValues } from "./operations/states.js";
import { exportFrom, type Imported } from "../layout/imports.js";
import { runtimeTypes, runtimeValues, type ClientNames } from "./names.js";

/** What `templates/client/index.hbs` prints: every public name of the client, each written out. */
export interface IndexView {
  readonly header: Text<"code">;
  readonly exports: readonly Text<"code">[];
}

export function indexView(model: ApiModel, types: TypeCatalogue, names: ClientNames): IndexView {
  const { service, files, operations } = names;
  const versioned = types.versioned ? [service.withMicroversion] : [];
  const faults = Object.keys(model.faults);
  const listed = faults.some((status) => status !== "default");
  const serviceTypes = [
    service.client,
    service.options,
    ...(types.versioned ? [service.pin, service.callOptions] : []),
    ...(listed ? [service.faults] : []),
    ...(!listed || faults.includes("default") ? [service.fault] : []),
  ];
  const chapters = [...files].flatMap(([chapter, file]) => {
    const own = chapter.operations.flatMap((operation) => operations.get(operation) ?? []);
    const exported = [
      ...own.map((one) => named(one.function, false)),
      ...own.flatMap((one) => [named(one.request, true), named(one.result, true)]),
    ];
    return exportFrom(`./${file}.js`, exported);
  });
  return {
    header: header(
      [`the ${model.service} API reference`],
      digestOf([model.service, [...operations.values()].map((one) => one.function)]),
    ),
    exports: [
      ...exportFrom("./bound.js", [named(service.createBound, false), named(service.bound, true)]),
      ...exportFrom(`./${service.file}.js`, [
        ...[service.create, service.isFault, ...versioned].map((name) => named(name, false)),
        ...serviceTypes.map((name) => named(name, true)),
      ]),
      ...chapters,
      ...exportFrom(
        `./${fieldsFile}.js`,
        (chooses(model) ? fieldsTypes : []).map((name) => named(name, true)),
      ),
      ...helpersOf(model),
      ...exportFrom("./runtime.js", [
        ...publicValues.map((name) => named(name, false)),
        ...runtimeTypes.filter((name) => !internal.has(name)).map((name) => named(name, true)),
      ]),
    ],
  };
}

/** What works with the operations, in the order of its modules. */
function helpersOf(model: ApiModel): readonly Text<"code">[] {
  const from = (file: string, values: readonly string[], types: readonly string[]) =>
    exportFrom(`./${file}.js`, [
      ...values.map((name) => named(name, false)),
      ...types.map((name) => named(name, true)),
    ]);
  return [
    ...from(anyRequestFile, [anyRequestValue], anyRequestTypes),
    ...(hasLists(model)
      ? [...from(findFile, [findValue], findTypes), ...from(pagesFile, [pagesValue], pagesTypes)]
      : []),
    ...(hasStates(model) ? from(waitFile, waitValues, waitTypes) : []),
  ];
}

/** What only generated modules need of the runtime. */
const internal = new Set([
  "CallContext",
  "ClientMaker",
  "Media",
  "OperationRequest",
  "ServiceType",
  "SharedOptions",
  "ask",
  "behind",
  "bind",
  "call",
  "createClient",
  "endpointOf",
]);
const publicValues = runtimeValues.filter((name) => !internal.has(name));

function named(words: string, type: boolean): Imported {
  const name = identifier(words);
  return { name, local: name, type };
}
