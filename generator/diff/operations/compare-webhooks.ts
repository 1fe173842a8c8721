import type { OpenApiDocument } from "../../openapi/document.js";
import type { OperationModel } from "../../openapi/model.js";
import { isRecord } from "../../openapi/references.js";
import { operationsIn } from "../../openapi/select.js";
import type { Difference } from "../difference.js";
import { webhookChanged } from "../rules/webhooks.js";
import { Digests } from "../schemas/digest.js";

/** What a service sends on its own, by name: texts that are equal where it is. */
type Sent = ReadonlyMap<string, string>;

const nothing: Sent = new Map();

/** The webhooks of a document, and the callbacks of its operations. */
export class Webhooks {
  readonly all: Sent;
  readonly #callbacks = new Map<string, Sent>();

  constructor(document: OpenApiDocument) {
    const digests = new Digests(document, false);
    this.all = sentOf(document.webhooks, digests);
    for (const { path, method, operation } of operationsIn(document)) {
      const callbacks = "callbacks" in operation ? operation.callbacks : undefined;
      if (isRecord(callbacks))
        this.#callbacks.set(`${method.toUpperCase()} ${path}`, sentOf(callbacks, digests));
    }
  }

  /** What it asks the service to send. */
  of({ method, path }: OperationModel): Sent {
    return this.#callbacks.get(`${method} ${path}`) ?? nothing;
  }
}

function sentOf(map: unknown, digests: Digests): Sent {
  if (!isRecord(map)) return nothing;
  return new Map(Object.entries(map).map(([name, value]) => [name, digests.of(value)]));
}

/** The names of what is no longer sent as it was. */
export function compareWebhooks(
  before: Sent,
  after: Sent,
  kind: "webhooks" | "callbacks",
): readonly Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({
      record: webhookChanged,
      keys: [kind, name],
      about: `${name} ${before.get(name) ?? ""} ${after.get(name) ?? ""}`,
      place: `the ${kind.slice(0, -1)} \`${name}\``,
    }));
}
