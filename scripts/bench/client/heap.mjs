// What stays in memory while a long list is gone over, page by page.
import { server } from "./serving.mjs";

const { createComputeClient, list, pages } = await import(process.argv[2]);

const items = 100_000;
const size = 1000;
const one = JSON.stringify(server.server);
const fetch = async ({ url }) => {
  const from = Number(new URL(url).searchParams.get("marker") ?? 0);
  const servers = Array.from({ length: size }, (_, at) =>
    one.replace("9168b536", String(from + at + 1)),
  );
  const next = `http://a.test/servers/detail?marker=${from + size}`;
  const links = from + size < items ? [{ rel: "next", href: next }] : [];
  const text = `{"servers":[${servers.join(",")}],"servers_links":${JSON.stringify(links)}}`;
  return new Response(text, { headers: { "content-type": "application/json" } });
};
const client = createComputeClient({ endpoint: "http://a.test", token: "t", fetch });

const heaps = [];
let count = 0;
for await (const { id } of pages(list, client)) {
  if (id === "") throw new Error("a server without an ID");
  if (++count % (items / 10) !== 0) continue;
  globalThis.gc();
  heaps.push(process.memoryUsage().heapUsed);
}
if (count !== items) throw new Error(`${count} of ${items} servers`);
console.log(JSON.stringify({ items, heaps }));
