import { serviceCalled } from "./lookup.js";
import { sdkServices, type SdkService } from "./sdk-calls.js";

/** A request as a document has it. */
export interface DocumentedRequest {
  readonly method: string;
  /** With the version of the API and the project that some services have before it. */
  readonly path: string;
  readonly action?: string | undefined;
}

const tables = new Map<SdkService, ReadonlyMap<string, string>>();

/**
 * The call of openstacksdk that sends a request, on a connection `conn`, where it is certain:
 * `conn.compute.get_server(server)`. `service` is a word for the service as documents have it.
 */
export function sdkCall(service: string, request: DocumentedRequest): string | undefined {
  const known = sdkServices[serviceCalled(service)?.type ?? ""];
  if (known === undefined) return undefined;
  const { method, action } = request;
  const path = pathIn(request.path, known.version);
  if (path === undefined) return undefined;
  const call = tableOf(known).get(
    [method, path, ...(action === undefined ? [] : [action])].join(" "),
  );
  return call === undefined ? undefined : `conn.${known.attribute}.${call}`;
}

/** `/servers/{}` of `/v2.1/{project_id}/servers/{server_id}`; undefined in another version of the API. */
function pathIn(path: string, version: string): string | undefined {
  const [, major, rest = ""] = /^(?:\/v(\d+)(?:\.\d+)?(?=\/))?(.*)$/.exec(path) ?? [];
  if (major !== undefined && major !== version.split(".")[0]) return undefined;
  const own = rest.replace(/^\/\{(?:project|tenant)_id\}(?=\/)/, "");
  return own.replace(/\{[^{}]*\}/g, "{}");
}

function tableOf(service: SdkService): ReadonlyMap<string, string> {
  const before = tables.get(service);
  if (before !== undefined) return before;
  const lines = service.calls.trim().split("\n");
  const table = new Map(
    lines.map((line) => {
      const [request = "", call = ""] = line.split(" = ");
      return [request, call] as const;
    }),
  );
  tables.set(service, table);
  return table;
}
