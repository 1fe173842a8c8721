import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";

/** What a request was when it came over the socket. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** How the service answers a request that has come in whole. */
export type Handler = (response: ServerResponse, seen: Seen) => void;

export interface Service {
  readonly endpoint: string;
  /** The requests so far, in order. */
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** A real service on a free port of this machine. */
export async function serve(handler: Handler): Promise<Service> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one: Seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      handler(response, one);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}/v2.1`,
    seen,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Answers in JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Handler {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers with `body` of any type, or with none. */
export function plain(
  status: number,
  body?: string,
  headers: Readonly<Record<string, string>> = {},
): Handler {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}
