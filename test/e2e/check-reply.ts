import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { OpenApiDocument, OperationObject } from "../../generator/openapi/document.js";
import { methods } from "../../generator/openapi/document.js";

const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema({ $id: "https://restanza.invalid/document", components: document.components });

/** What is wrong with an answer, held against the committed document. */
export function checkReply(answer: {
  readonly operation: string;
  readonly status: number;
  readonly body: unknown;
}): string | undefined {
  const responses = operationOf(answer.operation)?.responses ?? {};
  const response = responses[answer.status];
  if (response === undefined || "$ref" in response) return "no such status";
  const reference = response.content?.["application/json"]?.schema?.$ref;
  if (reference === undefined) return "no such body";
  const check = ajv.compile({ $ref: `https://restanza.invalid/document${reference}` });
  return check(answer.body) ? undefined : ajv.errorsText(check.errors);
}

function operationOf(operationId: string): OperationObject | undefined {
  return Object.values(document.paths)
    .flatMap((item) => methods.map((method) => item[method]))
    .find((operation) => operation?.operationId === operationId);
}
