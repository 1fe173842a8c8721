#!/bin/bash
# Generators of TypeScript stumble over `2XX`, `4XX` and `5XX`.
#
# Guess: what OpenAPI 3 has had for answers of a whole class of statuses since 3.0 is read by the
#   generators that people use: a success typed from `2XX`, faults from `4XX` and `5XX`.
# Seen (a valid document with one operation that answers 2XX Thing, 4XX and 5XX Fault):
#   orval 7.13.2 (fetch)             writes `status: 2XX`, which is no TypeScript (TS1351)
#   swagger-typescript-api 13.13.0   `request<any, Thing | Fault>`: the success is `any`, and Thing a fault
#   openapi-zod-client 1.18.3        the success is `z.void()`; all three are faults of status NaN
#   @hey-api/openapi-ts 0.95.0, openapi-typescript 7.13.0    as guessed
# So a document that says only ranges has to be tried with the generators of those who read it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund orval@7.13.2 swagger-typescript-api@13.13.0 \
  openapi-zod-client@1.18.3 @hey-api/openapi-ts@0.95.0 openapi-typescript@7.13.0 typescript@5.9.3
cat > openapi.yaml <<'YAML'
openapi: 3.0.3
info: { title: Things, version: "1" }
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "2XX": { description: Done, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
        "4XX": { description: Refused, content: { application/json: { schema: { $ref: "#/components/schemas/Fault" } } } }
        "5XX": { description: Failed, content: { application/json: { schema: { $ref: "#/components/schemas/Fault" } } } }
components:
  schemas:
    Thing: { type: object, required: [id], properties: { id: { type: string } } }
    Fault: { type: object, required: [message], properties: { message: { type: string } } }
YAML
npx orval --input openapi.yaml --output orval.ts --client fetch > log 2>&1
npx swagger-typescript-api generate -p openapi.yaml -o . -n sta.ts >> log 2>&1
npx openapi-zod-client openapi.yaml -o zod.ts >> log 2>&1
npx openapi-ts -i openapi.yaml -o hey >> log 2>&1
npx openapi-typescript openapi.yaml -o types.ts >> log 2>&1
changed=0
see() { # WHAT COMMAND…: the command still finds what was seen
  if "${@:2}" > /dev/null 2>&1; then echo "$1"; else echo "CHANGED: $1"; changed=1; fi
}
no_typescript() { npx tsc --noEmit --skipLibCheck --target es2022 orval.ts | grep 'TS1351'; }
nan() { [ "$(grep -c 'status: NaN' zod.ts)" = 3 ] && grep 'response: z.void()' zod.ts; }
see 'orval: status: 2XX' grep 'status: 2XX' orval.ts
see 'orval: TS1351' no_typescript
see 'swagger-typescript-api: request<any, Thing | Fault>' grep 'request<any, Thing | Fault>' sta.ts
see 'openapi-zod-client: z.void(), three times NaN' nan
see '@hey-api/openapi-ts: 2XX is Thing' grep "'2XX': Thing" hey/types.gen.ts
see 'openapi-typescript: 2XX is there' grep '"2XX": {' types.ts
exit $changed
