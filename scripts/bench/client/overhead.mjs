// How long a call takes beside a bare `fetch` of the same: one server, which has a process of its
// own; one process that asks it, by each way in turns.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const { createComputeClient, createSession, password, show } = await import(process.argv[2]);

const rounds = 400;
const count = 25;
const child = fork(fileURLToPath(new URL("serving.mjs", import.meta.url)));
const [endpoint] = await once(child, "message");

const request = { path: { server_id: "9168b536-cd40-4630-b43f-b259807c6e87" } };
const headers = {
  accept: "application/json",
  "x-auth-token": "t",
  "openstack-api-version": "compute latest",
  "x-openstack-nova-api-version": "latest",
};
const bare = async () => {
  const response = await fetch(`${endpoint}/servers/${request.path.server_id}`, { headers });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};
const alone = createComputeClient({ endpoint, token: "t" });
const authenticate = password({
  auth_url: endpoint,
  username: "n",
  user_domain_id: "default",
  password: "p",
});
const shared = createComputeClient({ session: createSession({ authenticate }), endpoint });
const ways = [
  ["bare", bare],
  ["the client alone", () => show(alone, request).orThrow()],
  ["with a session", () => show(shared, request).orThrow()],
];

const times = ways.map(() => []);
// The first rounds are for the compiler.
for (let round = -60; round < rounds; round++) {
  // Who comes first changes.
  for (let at = 0; at < ways.length; at++) {
    const each = (at + round + 60) % ways.length;
    const began = performance.now();
    for (let done = 0; done < count; done++) await ways[each][1]();
    if (round >= 0) times[each].push((performance.now() - began) / count);
  }
}
child.kill();

const at = (sorted, part) => sorted[Math.round(part * (sorted.length - 1))];
const sorted = (values) => values.toSorted((a, b) => a - b);
const ratios = ways.slice(1).map(([name], way) => {
  const all = sorted(times[way + 1].map((time, round) => time / times[0][round]));
  const [least, low, middle, high, most] = [0, 0.25, 0.5, 0.75, 1].map((part) => at(all, part));
  return { name, least, low, middle, high, most };
});
const micro = Math.round(at(sorted(times[0]), 0.5) * 1000);
console.log(JSON.stringify({ rounds, count, bare: micro, ratios }));
