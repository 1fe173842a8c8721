// A thousand servers over a socket, in pages as Nova gives them. Its own take minutes to be made.
import { createServer } from "node:http";

const servers = Array.from({ length: 1000 }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  name: `many-${index + 1}`,
  links: [],
}));

/** Starts them on a free port; gives the endpoint, and what stops them. */
export async function startThousand() {
  const listener = createServer((request, response) => {
    const { origin } = new URL(`http://${request.headers.host}`);
    const { pathname, searchParams } = new URL(request.url, origin);
    const [status, body] =
      pathname === "/v2.1/servers" ? page(searchParams, origin) : versions(origin);
    const known = request.headers["x-auth-token"] !== undefined || pathname !== "/v2.1/servers";
    response.writeHead(known ? status : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${listener.address().port}/v2.1`;
  const stop = () => {
    listener.close();
    listener.closeAllConnections();
  };
  return { endpoint, stop };
}

function page(query, origin) {
  const named = servers.filter(({ name }) => name.includes(query.get("name") ?? ""));
  const marker = query.get("marker");
  const from = marker === null ? 0 : named.findIndex(({ id }) => id === marker) + 1;
  const listed = named.slice(from, from + Number(query.get("limit") ?? 1000));
  if (from + listed.length >= named.length) return [200, { servers: listed }];
  const next = new URLSearchParams({ ...Object.fromEntries(query), marker: listed.at(-1).id });
  const servers_links = [{ rel: "next", href: `${origin}/v2.1/servers?${next}` }];
  return [200, { servers: listed, servers_links }];
}

function versions(origin) {
  const links = [{ rel: "self", href: `${origin}/v2.1/` }];
  const known = { min_version: "2.1", version: "2.90" };
  return [200, { version: { id: "v2.1", status: "CURRENT", ...known, links } }];
}
