/**
 * Looks at each answer that a session gets: whether its status is documented, and its body is what
 * the document says. What differs stands in a table (`differences.json`).
 *
 * @module
 */
import type { Observe } from "openstack/session/observing";
import { Differences } from "./differences.js";
import { ServiceDocument, type Documented } from "./document.js";

/** What is looked at of a request and its answer. */
interface Exchange {
  readonly service: string;
  /** As documented: `GET /servers/{server_id}`. */
  readonly call: string;
  readonly sent: string;
  /** The request says which members it wants. */
  readonly partial: boolean;
  readonly status: number;
  readonly media: string;
  readonly text: string;
}

export class Contract {
  /** Operations that were answered with a documented success, each `service operationId`. */
  readonly answered = new Set<string>();
  /** And with a documented error, each `service operationId status`. */
  readonly refused = new Set<string>();
  readonly differences = new Differences();
  readonly #documents = new Map<string, ServiceDocument>();
  readonly #services: ReadonlyMap<string, string>;
  readonly #reading: Promise<void>[] = [];

  /** `services` has the name of each by the origin where it answers. */
  constructor(services: ReadonlyMap<string, string>) {
    this.#services = services;
  }

  /** For a session: `connect({ observe: contract.observe })`. */
  readonly observe: Observe = ({ operation, url, call }) => {
    const service = this.#services.get(new URL(url).origin);
    if (call === undefined || service === undefined) return undefined;
    const sent = typeof call.body === "string" ? call.body : "";
    const partial = new URL(call.request?.url ?? url).searchParams.has("fields");
    return ({ response }) => {
      // A token that has ended is renewed, and the call made again.
      if (response === undefined || response.status === 401) return;
      const { status } = response;
      const media = response.headers.get("content-type") ?? "";
      const reading = /\bjson\b/.test(media) ? response.clone().text() : Promise.resolve("");
      this.#reading.push(
        reading.then((text) =>
          this.#look({ service, call: operation, sent, partial, status, media, text }),
        ),
      );
    };
  };

  /** Resolves when all answers have been looked at. */
  async settled(): Promise<void> {
    await Promise.all(this.#reading);
  }

  #look(exchange: Exchange): void {
    const { service, status } = exchange;
    const document = this.#documentOf(service);
    const candidates = candidatesOf(document.operations(exchange.call), exchange.sent);
    const [first] = candidates;
    if (first === undefined) return; // an operation that is not of the docs
    const judged = candidates
      .filter(({ statuses }) => statuses.includes(String(status)))
      .map((one) => ({ one, errors: errorsOf(document, one, exchange) }));
    if (judged.length === 0) {
      const said = first.statuses.filter((one) => /^\d+$/.test(one)).join(", ");
      this.#tell(service, first, said, String(status));
      return;
    }
    const { one, errors } = judged.reduce((best, next) =>
      next.errors.length < best.errors.length ? next : best,
    );
    if (status < 400) this.answered.add(`${service} ${one.id}`);
    else this.refused.add(`${service} ${one.id} ${status}`);
    if (exchange.text === "" && status >= 400 && document.hasBody(one, String(status)))
      this.#tell(service, one, `${status}, JSON`, `${status}, ${exchange.media || "nothing"}`);
    const body: unknown = errors.length === 0 ? undefined : JSON.parse(exchange.text);
    for (const error of errors)
      this.differences.seeError(`${service} ${one.id}`, one.row, error, body);
  }

  #tell(service: string, { id, row }: Documented, said: string, seen: string): void {
    this.differences.see({ operation: `${service} ${id}`, at: "", said, seen, row });
  }

  #documentOf(service: string): ServiceDocument {
    const known = this.#documents.get(service) ?? new ServiceDocument(service);
    this.#documents.set(service, known);
    return known;
  }
}

/** Of the operations that share a path the action that was asked for, or else all. */
function candidatesOf(all: readonly Documented[], sent: string): readonly Documented[] {
  const [action = ""] = sent.startsWith("{") ? Object.keys(JSON.parse(sent)) : [];
  const named = all.filter((one) => one.action === action);
  return named.length > 0 ? named : all;
}

function errorsOf(
  document: ServiceDocument,
  one: Documented,
  { status, text, partial }: Exchange,
): ReturnType<ServiceDocument["errors"]> {
  const errors = text === "" ? [] : document.errors(one, String(status), JSON.parse(text));
  return errors.filter(({ keyword }) => !(partial && keyword === "required"));
}
