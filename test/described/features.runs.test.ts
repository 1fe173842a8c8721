import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strictest } from "../emit/compiler.js";
import { compileNatively } from "../emit/native-compiler.js";
import { made, run, type Running } from "./service.js";

/*
 * One document with what makes other generators stumble: it compiles strictly, its client says on
 * the wire what was asked, and its server reads the same back.
 */
const document = `
openapi: 3.0.3
info: { title: Zoo API, version: "1" }
servers:
  - { url: "https://{region}.zoo.example/{version}", variables: { region: { default: eu }, version: { default: v1 } } }
security: [{ bearer: [] }]
tags: [{ name: Pets }, { name: Files }]
paths:
  /keepers/{keeper}/pets:
    parameters:
      - { name: keeper, in: path, required: true, schema: { type: string } }
      - { name: trace, in: header, schema: { type: string } }
      - { name: session, in: cookie, required: true, schema: { type: string } }
    get:
      tags: [Pets]
      operationId: listPets
      deprecated: true
      parameters:
        - { name: trace, in: header, schema: { type: integer } }
        - { name: filter, in: query, style: deepObject, schema: { $ref: "#/components/schemas/Filter" } }
      responses:
        "200": { description: Pets, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } }
        "404": { description: None, content: { application/json: { schema: { $ref: "#/components/schemas/Missing" } } } }
        4XX: { description: Wrong, content: { application/json: { schema: { $ref: "#/components/schemas/Wrong" } } } }
        default: { description: Broken, content: { application/json: { schema: { $ref: "#/components/schemas/Broken" } } } }
    post:
      tags: [Pets]
      operationId: addPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "201": { description: Added, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
  /files:
    put:
      tags: [Files]
      operationId: putFile
      requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary } } } }
      responses: { "204": { description: Done } }
    post:
      tags: [Files]
      operationId: sendForm
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { "200": { description: Said, content: { text/plain: { schema: { type: string } } } } }
    patch:
      tags: [Files]
      operationId: sendParts
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } } } }
      responses: { "204": { description: Done } }
    get:
      tags: [Files]
      operationId: readLines
      responses: { "200": { description: Lines, content: { application/jsonl: { schema: { type: object } } } } }
    delete:
      tags: [Files]
      operationId: deleteFile
      responses:
        "204": { description: Done }
        3XX: { description: Elsewhere }
        4XX: { description: Wrong, content: { application/json: { schema: { $ref: "#/components/schemas/Wrong" } } } }
        5XX: { description: Broken, content: { application/json: { schema: { $ref: "#/components/schemas/Broken" } } } }
        default: { description: Broken, content: { application/json: { schema: { $ref: "#/components/schemas/Broken" } } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    Filter: { type: object, properties: { kind: { type: string }, legs: { type: integer } } }
    Missing: { type: object, required: [missing], properties: { missing: { type: string } } }
    Wrong: { type: object, required: [wrong], properties: { wrong: { type: string } } }
    Broken: { type: object, required: [broken], properties: { broken: { type: string } } }
    Pet:
      type: object
      required: [kind, id, name]
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } }
      properties:
        kind: { type: string }
        id: { type: string, readOnly: true }
        secret: { type: string, writeOnly: true }
        name: { type: string, nullable: true }
        nickname: { type: string, nullable: true, enum: [a, b] }
        parent: { nullable: true, allOf: [{ $ref: "#/components/schemas/Pet" }] }
        tags: { type: object, additionalProperties: { type: integer } }
        weight: { type: number, minimum: 0, exclusiveMinimum: true }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { tricks: { type: array, items: { type: string } } } }] }
`;

const cat = { kind: "cat", id: "1", name: null, lives: 9, parent: null, tags: { good: 1 } };

let zoo: Running;
beforeAll(async () => {
  zoo = await run(document, (operation, { query }) => {
    if (operation === "addPet") return [201, cat];
    if (operation === "sendForm") return [200, "thanks"];
    if (operation === "readLines")
      return [200, '{"a":1}\n{"a":2}\n', { "content-type": "application/jsonl" }];
    if (operation !== "listPets") return [204];
    const legs = (query as { filter?: { legs?: number } }).filter?.legs ?? 4;
    if (legs === 0) return [404, { missing: "legs" }];
    if (legs === 1) return [409, { wrong: "legs" }];
    return legs === 2 ? [503, { broken: "legs" }] : [200, [cat]];
  });
});
afterAll(() => zoo.close());

const last = () => zoo.received.at(-1);
const at = { path: { keeper: "a/b" }, cookies: { session: "s;1" } };

describe("the zoo", () => {
  test("takes parameters of the path for all operations, and the operation's own before them", async () => {
    const answer = await zoo.calls["listPets"]?.({
      ...at,
      headers: { trace: 7 },
      query: { filter: { kind: "c&d", legs: 4 } },
    });
    expect(answer).toMatchObject({ status: 200, body: [cat] });
    expect(last()?.url).toBe("/keepers/a%2Fb/pets?filter%5Bkind%5D=c%26d&filter%5Blegs%5D=4");
    expect(last()?.headers).toMatchObject({
      cookie: "session=s%3B1",
      trace: "7",
      authorization: "Bearer secret-token",
    });
    expect(last()?.headers).not.toHaveProperty("x-auth-token");
    expect(last()?.request).toEqual({
      path: { keeper: "a/b" },
      query: { filter: { kind: "c&d", legs: 4 } },
      headers: { trace: 7 },
      cookies: { session: "s;1" },
    });
  });

  test("refuses a request without the cookie that it needs", async () => {
    const answer = await zoo.calls["listPets"]?.({ path: { keeper: "a" } });
    expect(answer).toMatchObject({ status: 400, documented: true });
  });

  test.each([
    [0, 404, { missing: "legs" }, "a number before its range"],
    [1, 409, { wrong: "legs" }, "a range before default"],
    [2, 503, { broken: "legs" }, "default for all others"],
  ])("answers %i legs with %i (%s)", async (legs, status, body, _why) => {
    const answer = await zoo.calls["listPets"]?.({ ...at, query: { filter: { legs } } });
    expect(answer).toMatchObject({ ok: false, documented: true, status, body });
  });

  test("sends bytes, forms and parts as they are, and reads lines", async () => {
    await zoo.calls["putFile"]?.({ body: new Uint8Array([0, 255, 128]) });
    expect(last()?.headers["content-type"]).toBe("application/octet-stream");
    expect(last()?.request?.["body"]).toBe("\u0000\u00ff\u0080");
    const said = await zoo.calls["sendForm"]?.({ body: new URLSearchParams({ a: "b c&d" }) });
    expect(last()?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(last()?.request?.["body"]).toBe("a=b+c%26d");
    expect(said?.body).toBe("thanks");
    const form = new FormData();
    form.set("file", new Blob(["x"]), "x.txt");
    await zoo.calls["sendParts"]?.({ body: form });
    expect(last()?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(last()?.request?.["body"]).toContain('name="file"; filename="x.txt"');
    expect((await zoo.calls["readLines"]?.())?.body).toBe('{"a":1}\n{"a":2}\n');
  });

  test("sends a pet without what only answers have", async () => {
    const pet = { kind: "cat", name: null, lives: 9, secret: "x", parent: null };
    expect(await zoo.calls["addPet"]?.({ ...at, body: pet })).toMatchObject({
      status: 201,
      body: cat,
    });
    expect(last()?.request?.["body"]).toEqual(pet);
    const light = await zoo.calls["addPet"]?.({ ...at, body: { ...pet, weight: 0 } });
    expect(light).toMatchObject({ status: 400 });
  });

  test("compiles strictly, with what is right and without what is wrong", async () => {
    const { files, findings } = await made(document);
    const sources = new Map([...files].filter(([path]) => path.endsWith(".ts")));
    sources.set("usage.ts", usage);
    expect(compileNatively(sources, strictest)).toEqual([]);
    expect(findings.map((one) => one.split(":")[0]).toSorted()).toEqual([
      "untyped-body",
      "untyped-body",
      "untyped-body",
    ]);
  });
});

const usage = `
import { addPet, listPets } from "./client/pets.js";
import { createZooClient } from "./client/zoo.js";
import { putFile, readLines } from "./client/files.js";
import type { PetsHandlers } from "./server/pets.js";

const zoo = createZooClient({ endpoint: "https://zoo.example", token: "t" });
const at = { path: { keeper: "a" }, cookies: { session: "s" } };

const listed = await listPets(zoo, { ...at, query: { filter: { legs: 4 } } });
if (listed.status === 200) {
  const [first] = listed.body;
  if (first?.kind === "cat") {
    const lives: number = first.lives;
    const parent: string | null | undefined = first.parent?.name;
    console.log(lives, parent, first.id, first.nickname === null);
    // @ts-expect-error: an answer has no secret
    console.log(first.secret);
  }
} else if (listed.status === 404) console.log(listed.body.missing);
else if (listed.status === 409) console.log(listed.body.wrong);
else if (listed.status === 503) console.log(listed.body.broken);
if (listed.ok && listed.documented) console.log(listed.body.length);
// @ts-expect-error: a success that is not documented, such as 202, has a body of any kind
else if (listed.ok) console.log(listed.body.length);

await addPet(zoo, { ...at, body: { kind: "cat", name: null, lives: 9 } });
// @ts-expect-error: a cat has lives
await addPet(zoo, { ...at, body: { kind: "cat", name: "a" } });
// @ts-expect-error: the session is a cookie that is needed
await addPet(zoo, { path: at.path, body: { kind: "dog", name: "a" } });
await putFile(zoo, { body: new Uint8Array() });
const lines: string = await readLines(zoo).orThrow();
console.log(lines);

export const handlers: Partial<PetsHandlers> = {
  listPets({ cookies, query }, { reply }) {
    if (cookies.session === "") return reply(404, { missing: "session" });
    if (query.filter?.legs === 1) return reply(422, { wrong: "legs" });
    if (query.filter?.legs === 2) return reply(500, { broken: "legs" });
    // @ts-expect-error: 422 is wrong, not broken
    return query.filter?.legs === 3 ? reply(422, { broken: "legs" }) : reply(200, []);
  },
};
`;
