#!/bin/bash
# Deno ends a program that looks with `access` whether it may read a file.
#
# Guess: what `node:fs` does with files is allowed on Deno by `--allow-read`; where a right is missing,
#   the promise is rejected, and whoever expects that goes on.
# Seen (deno 2.9.6 of npm, `--allow-read --no-prompt`):
#   readFile, stat         as guessed
#   access                 asks for `--allow-sys=uid` besides, and does so in a promise of nobody's:
#                          `.catch()` is never called, and the program ends with status 1
# So what looks for a file reads it, and takes the error for an answer.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund deno@2.9.6
cat > try.mjs <<'JS'
import { access, readFile, stat } from "node:fs/promises";
import process from "node:process";
const ways = { readFile, stat, access };
const said = await ways[process.argv[2]]("package.json").then(() => "read", () => "caught");
console.log(said);
JS
changed=0
see() { # WAY RIGHTS WANTED: what it prints, or the right that it ends for
  got=$(NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 npx deno run --no-prompt $2 try.mjs "$1" 2>&1 |
    grep -oE '^(read|caught)$|Uncaught .* access to "[a-z]+"' | head -1)
  echo "$1 with $2 -> $got"
  [ "$got" = "$3" ] || { echo "CHANGED, was $3"; changed=1; }
}
see readFile --allow-read read
see stat --allow-read read
see access --allow-read 'Uncaught (in promise) NotCapable: Requires sys access to "uid"'
see access "--allow-read --allow-sys=uid" read
see readFile --allow-env caught
exit $changed
