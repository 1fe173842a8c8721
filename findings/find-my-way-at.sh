#!/bin/bash
# find-my-way takes `:ind_ident@:component` for one parameter with an odd name.
#
# Guess: `/indicators/:ind_ident@:component`, which Ironic has, gives two parameters, as
#   `/near/:lat-:lng` does.
# Seen (find-my-way 9.10.2, also what Fastify routes with):
#   /indicators/:ind_ident@:component  one parameter, named `ind_ident@:component`, and
#                                      `/indicators/led`, without any @, is matched too
#   /near/:lat-:lng                    two parameters
#   /indicators/:ind_ident([^@]+)@:component   two parameters: an expression ends the name
# No error and no warning: the handler just finds neither parameter.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund find-my-way@9.10.2
cat > try.cjs <<'JS'
const router = require("find-my-way");
const { isDeepStrictEqual } = require("node:util");
const cases = [
  ["/indicators/:ind_ident@:component", "/indicators/led@chassis", { "ind_ident@:component": "led@chassis" }],
  ["/indicators/:ind_ident@:component", "/indicators/led", { "ind_ident@:component": "led" }],
  ["/near/:lat-:lng", "/near/1-2", { lat: "1", lng: "2" }],
  ["/indicators/:ind_ident([^@]+)@:component", "/indicators/led@chassis", { ind_ident: "led", component: "chassis" }],
];
let changed = 0;
for (const [route, path, want] of cases) {
  const routes = router();
  routes.on("GET", route, () => {});
  const params = { ...routes.find("GET", path)?.params };
  const same = isDeepStrictEqual(params, want);
  if (!same) changed += 1;
  console.log(route, path, "->", params, same ? "" : "CHANGED");
}
process.exit(changed ? 1 : 0);
JS
node try.cjs
