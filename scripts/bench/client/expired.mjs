// How often who is asked for what when many calls meet one token that has ended.
import { listening, server } from "./serving.mjs";

const { createComputeClient, createSession, password, show } = await import(process.argv[2]);

const calls = 50;
let good = 0;
let asked = 0;
let repeats = 0;
const seen = new Map();
const keystone = await listening(() => [
  201,
  { token: { catalog: [] } },
  { "x-subject-token": `token-${++asked}` },
]);
const compute = await listening(({ url, headers }) => {
  const times = (seen.get(url) ?? 0) + 1;
  seen.set(url, times);
  if (times > 1) repeats++;
  return headers["x-auth-token"] === `token-${good}` ? [200, server] : [401, { error: {} }];
});
const authenticate = password({
  auth_url: keystone.url,
  username: "n",
  user_domain_id: "default",
  password: "p",
});
const session = createSession({ authenticate });
const client = createComputeClient({ session, endpoint: compute.url });

good = 1;
await show(client, { path: { server_id: "first" } }).orThrow();
// The token of all ends, and the service knows it before they do.
good = 2;
await Promise.all(
  Array.from({ length: calls }, (_, at) =>
    show(client, { path: { server_id: String(at) } }).orThrow(),
  ),
);
console.log(JSON.stringify({ calls, authentications: asked - 1, repeats }));
process.exit(0);
