import type {
  OpenApiDocument,
  ParameterObject,
  Reference,
  RequestBodyObject,
  ResponseObject,
} from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { resolved } from "../../openapi/references.js";
import { operationsIn } from "../../openapi/select.js";

/** An operation of a document: as the model has it, and what of the document the model leaves out. */
export interface Listed {
  readonly model: OperationModel;
  /** Samples of what is sent, and of what comes with each success. */
  readonly samples: { readonly request: readonly unknown[]; readonly answer: readonly unknown[] };
  /** Pointers to what rows ask for in a request, though its schema lets it be left out. */
  readonly asked: ReadonlySet<string>;
}

interface Written {
  readonly operationId?: string;
  readonly parameters?: readonly (ParameterObject | Reference | string)[];
  readonly requestBody?: RequestBodyObject;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
  readonly asked?: readonly string[];
  readonly "x-restanza"?: { readonly asked?: readonly string[] };
}

/** Some operations of a document, in their order. */
export function listOperations(
  document: OpenApiDocument,
  operations: readonly OperationModel[],
): readonly Listed[] {
  const byPlace = new Map<string, readonly Written[]>();
  for (const { path, method, operation } of operationsIn(document)) {
    const documented = operation["x-restanza"]?.operations ?? [];
    byPlace.set(
      `${method.toUpperCase()} ${path}`,
      documented.length > 0 ? documented : [operation],
    );
  }
  return operations.map((model): Listed => {
    const all = byPlace.get(`${model.method} ${model.path}`) ?? [];
    const own = all.find(({ operationId }) => operationId === model.operationId);
    const written = own ?? (all.length === 1 ? all[0] : undefined);
    const asked = written?.asked ?? written?.["x-restanza"]?.asked ?? [];
    return { model, samples: samplesOf(document, written), asked: new Set(asked) };
  });
}

function samplesOf(document: OpenApiDocument, written: Written | undefined): Listed["samples"] {
  const request = resolved<RequestBodyObject>(document, written?.requestBody);
  const answers = Object.entries(written?.responses ?? {})
    .filter(([status]) => /^[123]/.test(status))
    .map(([, response]) => resolved<ResponseObject>(document, response));
  return {
    request: valuesIn(request?.content),
    answer: answers.flatMap((answer) => valuesIn(answer?.content)),
  };
}

function valuesIn(content: ResponseObject["content"]): readonly unknown[] {
  return Object.values(content ?? {}).flatMap(({ example, examples }) => [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples ?? {}).map((one) => one?.value),
  ]);
}
