import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { faultForms as knownForms } from "../../generator/config/config.js";
import { writeFaults } from "../../generator/openapi/write/write-faults.js";
import { faultForms } from "../../generator/emit/client/fault-forms.js";
import type { OpenApiDocument } from "../../generator/openapi/document.js";
import { ResponseError } from "../../templates/client/runtime/errors.js";
import { isFaultOf } from "../../templates/client/runtime/faults.js";
import { messageOf } from "../../templates/client/runtime/message.js";
import { emitted, loadService } from "../emit/server/emitted.js";

/** What the emitted server says in each form, the document allows and the client understands. */
const documented = [400, 401, 404, 409, 413, 500];
const statuses = [...documented, 405, 418, 503];

describe.each(knownForms)("a fault of the form %s", (form) => {
  const { schemas, byStatus } = writeFaults(form, documented);
  const component = (status: number) => byStatus[status] ?? byStatus["default"] ?? "";
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "Boxes", version: "1" },
    paths: { "/": { get: { operationId: "showBox", responses: {} } } },
    components: { schemas },
    "x-restanza": { service: "boxes", faults: byStatus },
  };

  test("is made by the server as the document has it, and read by the client", async () => {
    const service = await loadService(await emitted(document));
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema({ $id: "boxes", components: { schemas } });
    for (const status of statuses) {
      const make = service.faults[status] ?? service.faults.default;
      const body = make("There is no such box.", status, "req-1");
      const validate = ajv.compile({ $ref: `boxes#/components/schemas/${component(status)}` });
      expect(validate(body), JSON.stringify([body, validate.errors])).toBe(true);
      expect(messageOf(body)).toBe("There is no such box.");
      const headers = new Headers();
      const sent = { operation: "", method: "GET", url: "", version: undefined };
      const error = new ResponseError(sent, { status, body, headers, documented: true });
      expect(isFaultOf(error, status, { [status]: faultForms(component(status), schemas) })).toBe(
        true,
      );
    }
  });
});
