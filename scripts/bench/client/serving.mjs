// A service over loopback, in the process of who calls it or in one of its own.
import { createServer } from "node:http";
import { once } from "node:events";

/** The answer to a request of Compute for one server, about as long as they are. */
export const server = {
  server: {
    id: "9168b536-cd40-4630-b43f-b259807c6e87",
    name: "new-server-test",
    status: "ACTIVE",
    metadata: { purpose: "test" },
    addresses: { private: [{ addr: "192.168.1.30", version: 4 }] },
    links: Array.from({ length: 8 }, (_, at) => ({ rel: `self${at}`, href: "http://a.test/1" })),
  },
};

/** Listens, and gives its URL; `answer` gives status, value and headers for a request. */
export async function listening(answer) {
  const service = createServer((request, response) => {
    const [status, value, headers] = answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  });
  service.keepAliveTimeout = 60_000;
  service.listen(0, "127.0.0.1");
  await once(service, "listening");
  return { url: `http://127.0.0.1:${service.address().port}`, close: () => service.close() };
}

// Forked, it answers all requests, and tells its URL.
if (process.send) {
  const { url } = await listening(({ method }) =>
    method === "POST"
      ? [201, { token: { catalog: [] } }, { "x-subject-token": "t" }]
      : [200, server],
  );
  process.send(url);
}
