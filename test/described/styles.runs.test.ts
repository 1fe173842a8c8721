import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { made, run, type Running } from "./service.js";

/*
 * Every style of a parameter × explode × what its value is (OpenAPI 3.2, Style Examples): what the
 * emitted client puts on the wire, and that the emitted server reads the same value back.
 */

interface Case {
  readonly place: "path" | "query" | "header" | "cookie";
  readonly style?: string;
  readonly explode?: boolean;
  readonly value: unknown;
  /** What is to stand in the URL behind the name of the case, or in the header. */
  readonly wire: string;
  readonly more?: object;
}

const text = "a b";
const list = ["blue", "a,b", "100%"];
const object = { R: 100, G: 200, B: 150 };

const cases: readonly Case[] = [
  { place: "path", value: text, wire: "a%20b" },
  { place: "path", value: list, wire: "blue,a%2Cb,100%25" },
  { place: "path", value: object, wire: "R,100,G,200,B,150" },
  { place: "path", explode: true, value: list, wire: "blue,a%2Cb,100%25" },
  { place: "path", explode: true, value: object, wire: "R=100,G=200,B=150" },
  { place: "path", style: "label", value: text, wire: ".a%20b" },
  { place: "path", style: "label", value: list, wire: ".blue,a%2Cb,100%25" },
  { place: "path", style: "label", explode: true, value: list, wire: ".blue.a%2Cb.100%25" },
  { place: "path", style: "label", value: object, wire: ".R,100,G,200,B,150" },
  { place: "path", style: "label", explode: true, value: object, wire: ".R=100.G=200.B=150" },
  { place: "path", style: "matrix", value: text, wire: ";x=a%20b" },
  { place: "path", style: "matrix", value: "", wire: ";x" },
  { place: "path", style: "matrix", value: list, wire: ";x=blue,a%2Cb,100%25" },
  { place: "path", style: "matrix", explode: true, value: list, wire: ";x=blue;x=a%2Cb;x=100%25" },
  { place: "path", style: "matrix", value: object, wire: ";x=R,100,G,200,B,150" },
  { place: "path", style: "matrix", explode: true, value: object, wire: ";R=100;G=200;B=150" },
  { place: "query", value: text, wire: "x=a+b" },
  { place: "query", value: list, wire: "x=blue&x=a%2Cb&x=100%25" },
  { place: "query", value: [1.5, 2], wire: "x=1.5&x=2" },
  { place: "query", value: [true, false], wire: "x=true&x=false" },
  { place: "query", value: object, wire: "R=100&G=200&B=150" },
  { place: "query", explode: false, value: list, wire: "x=blue,a%2Cb,100%25" },
  { place: "query", explode: false, value: object, wire: "x=R,100,G,200,B,150" },
  {
    place: "query",
    style: "spaceDelimited",
    explode: false,
    value: list,
    wire: "x=blue%20a%2Cb%20100%25",
  },
  {
    place: "query",
    style: "spaceDelimited",
    explode: false,
    value: object,
    wire: "x=R%20100%20G%20200%20B%20150",
  },
  {
    place: "query",
    style: "pipeDelimited",
    explode: false,
    value: list,
    wire: "x=blue%7Ca%2Cb%7C100%25",
  },
  {
    place: "query",
    style: "pipeDelimited",
    explode: false,
    value: object,
    wire: "x=R%7C100%7CG%7C200%7CB%7C150",
  },
  {
    place: "query",
    style: "deepObject",
    explode: true,
    value: object,
    wire: "x%5BR%5D=100&x%5BG%5D=200&x%5BB%5D=150",
  },
  {
    place: "query",
    value: "a/b?c=d&e#f",
    wire: "x=a/b?c%3Dd%26e%23f",
    more: { allowReserved: true },
  },
  { place: "header", value: "plain", wire: "plain" },
  { place: "header", value: ["blue", "black"], wire: "blue,black" },
  { place: "header", value: object, wire: "R,100,G,200,B,150" },
  { place: "header", explode: true, value: object, wire: "R=100,G=200,B=150" },
  { place: "cookie", value: "a;b", wire: "x=a%3Bb" },
  { place: "cookie", explode: false, value: list, wire: "x=blue,a%2Cb,100%25" },
  { place: "cookie", explode: false, value: object, wire: "x=R,100,G,200,B,150" },
  { place: "cookie", style: "cookie", value: ["blue", "100%"], wire: "x=blue; x=100%" },
];

const json = { a: [1, { b: "ä, b" }] };
const jsonWire = '{"a":[1,{"b":"\\u00e4, b"}]}';
const contents: readonly Case[] = [
  { place: "path", value: json, wire: encodeURIComponent(jsonWire) },
  { place: "query", value: json, wire: `x=${encodeURIComponent(jsonWire)}` },
  { place: "header", value: json, wire: jsonWire },
  { place: "cookie", value: json, wire: `x=${encodeURIComponent(jsonWire)}` },
];

function schemaOf(value: unknown): object {
  if (Array.isArray(value)) return { type: "array", items: schemaOf(value[0]) };
  if (typeof value === "object" && value !== null)
    return {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, schemaOf(member)]),
      ),
    };
  return { type: typeof value };
}

const all = [...cases, ...contents.map((one) => ({ ...one, more: { json: true } }))];
const name = (index: number): string => `op${index}x`;

const document = {
  openapi: "3.1.0",
  info: { title: "Styles", version: "1" },
  paths: Object.fromEntries(
    all.map(({ place, style, explode, value, more }, index) => [
      `/${name(index)}${place === "path" ? "/{x}" : ""}`,
      {
        get: {
          operationId: name(index),
          parameters: [
            {
              name: place === "header" ? "X-Value" : "x",
              in: place,
              ...(place === "path" && { required: true }),
              ...(style && { style }),
              ...(explode !== undefined && { explode }),
              ...(more !== undefined && "json" in more
                ? { content: { "application/json": { schema: {} } } }
                : { schema: schemaOf(value), ...more }),
            },
          ],
          responses: { "204": { description: "Done" } },
        },
      },
    ]),
  ),
};

let running: Running;
beforeAll(async () => {
  running = await run(document, () => [204]);
});
afterAll(() => running.close());

const groups = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

describe("each style", () => {
  test.each(
    all.map((one, index) => [index, JSON.stringify({ ...one, wire: undefined }), one] as const),
  )("%i %s", async (index, _words, { place, value, wire }) => {
    const key = place === "header" ? "X-Value" : "x";
    const answer = await running.calls[name(index)]?.({ [groups[place]]: { [key]: value } });
    const { url, headers, request } = running.received.at(-1) ?? {};
    const said =
      place === "header" ? headers?.["x-value"] : place === "cookie" ? headers?.["cookie"] : url;
    const path = `/${name(index)}`;
    const expected =
      place === "path" ? `${path}/${wire}` : place === "query" ? `${path}?${wire}` : wire;
    expect(said).toBe(expected);
    expect(request?.[groups[place]]).toEqual({ [key]: value });
    expect(answer?.status).toBe(204);
  });

  test("compiles as strictly as anybody does", async () => {
    const { problems, findings } = await made(document);
    expect(problems()).toEqual([]);
    expect(findings).toEqual([]);
  });
});
