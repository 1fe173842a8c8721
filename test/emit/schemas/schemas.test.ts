import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { PlannedFile } from "../../../generator/emit/emitter.js";
import { build } from "../../../generator/pipeline/build.js";
import type * as Client from "../../../generated/client/index.js";
import type * as Runtime from "../../../templates/schemas/runtime/validate-answers.js";
import { strictest } from "../compiler.js";
import { loaded } from "../loaded.js";
import { compileNatively } from "../native-compiler.js";

/** What the test asks of the output of `spec/`, as a program would import it. */
interface Program {
  readonly client: typeof Client;
  readonly images: Runtime.Chapter;
  readonly validateAnswers: typeof Runtime.validateAnswers;
  readonly AnswerError: typeof Runtime.AnswerError;
}

let files: readonly PlannedFile[];
let program: Program;
beforeAll(async () => {
  ({ files } = await build({ path: "spec" }, { emit: ["types", "client", "schemas"] }));
  program = await loaded(
    files,
    `export * as client from "./client/index.ts";
     export { images, validateAnswers, AnswerError } from "./schemas/index.ts";`,
  );
});
afterEach(() => vi.restoreAllMocks());

const image = { id: "e6d95b70-8c2f-4a13-a7de-41f08b3c5d62", name: "one", links: [] };

/** A client that is answered with this, and validates it. */
function clientOf(
  answer: () => Response,
  unexpected?: Parameters<typeof Runtime.validateAnswers>[1],
) {
  const { client, validateAnswers, images } = program;
  return client.createComputeClient({
    endpoint: "http://compute.test",
    fetch: async () => answer(),
    middleware: [validateAnswers([images], unexpected)],
    microversion: "2.1",
  });
}

describe("schemas of answers", () => {
  test("compile beside the client, and are what Standard Schema says one is", () => {
    const usage = `
      import { images } from "./schemas/index.js";
      import type { ListImagesResponse } from "./types.js";
      /** As the specification has it, shortened. */
      interface StandardSchemaV1<Input = unknown, Output = Input> {
        readonly "~standard": {
          readonly version: 1;
          readonly vendor: string;
          readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
          readonly types?: { readonly input: Input; readonly output: Output } | undefined;
        };
      }
      type Result<Output> =
        | { readonly value: Output; readonly issues?: undefined }
        | { readonly issues: readonly { readonly message: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined }[] };
      export const schema: StandardSchemaV1<unknown, ListImagesResponse> = images.listImages[200];
      // @ts-expect-error: 200 is that of the list
      export const other: StandardSchemaV1<unknown, ListImagesResponse> = images.listImages[400];
      // @ts-expect-error: it is not documented
      void images.listImages[418];
    `;
    const all = new Map(files.map(({ path, text }) => [path, text]));
    const sources = [...all].filter(([path]) => path.endsWith(".ts"));
    expect(compileNatively(new Map([...sources, ["usage.ts", usage]]), strictest)).toEqual([]);
  });

  test.each<[value: unknown, issues: object[] | undefined, why: string]>([
    [{ images: [image] }, undefined, "as documented"],
    [{ images: [{ ...image, more: 1 }] }, undefined, "clouds add members"],
    [{ images: {} }, [{ path: ["images"], message: "must be array" }], "another type"],
    [
      { images: [{ ...image, name: 5 }] },
      [{ path: ["images", "0", "name"], message: "must be string" }],
      "deep inside, and not a word of the value",
    ],
    [{}, [{ path: [], message: "must have required property 'images'" }], "a member is missing"],
  ])("of %j say %j: %s", (value, issues) => {
    const schema = (program.images["listImages"] as unknown as Record<number, Schema>)[200];
    const result = schema?.["~standard"].validate(value);
    expect(result).toEqual(issues === undefined ? { value } : { issues });
  });
});

interface Schema {
  readonly "~standard": { validate(value: unknown): unknown };
}

describe("validateAnswers", () => {
  const wrong = () => Response.json({ images: {} });

  test("hands on what is as documented, and the body to the call", async () => {
    const client = clientOf(() => Response.json({ images: [image] }), "throw");
    expect(await program.client.listImages(client).orThrow()).toEqual({ images: [image] });
  });

  test("warns unless told otherwise, and the call goes on", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const body = await program.client.listImages(clientOf(wrong)).orThrow();
    expect(body).toEqual({ images: {} });
    expect(warn.mock.calls).toEqual([
      ["GET /images answered 200 not as documented: images must be array"],
    ]);
  });

  test("rejects the call where it is to throw", async () => {
    const call = program.client.listImages(clientOf(wrong, "throw"));
    await expect(call).rejects.toBeInstanceOf(program.AnswerError);
    await expect(call).rejects.toMatchObject({
      operation: "GET /images",
      status: 200,
      issues: [{ path: ["images"], message: "must be array" }],
    });
  });

  test.each<[answer: () => Response, told: number, why: string]>([
    [() => Response.json({ badRequest: 5 }, { status: 400 }), 1, "an error has a schema, too"],
    [() => Response.json({ any: 5 }, { status: 418 }), 0, "of this status the docs say nothing"],
    [() => new Response("no", { status: 400 }), 0, "it is no JSON: the client tells"],
    [
      () => new Response("{", { status: 400, headers: { "content-type": "application/json" } }),
      0,
      "it is half of one",
    ],
  ])("of an answer (%#) it tells as often as it has to", async (answer, times, _why) => {
    const told: unknown[] = [];
    await program.client.listImages(clientOf(answer, (one) => told.push(one))).catch(() => {});
    expect(told).toHaveLength(times);
  });

  test("of operations that share method and path, each may answer", async () => {
    const fits = (value: unknown) =>
      ({
        "~standard": {
          version: 1,
          vendor: "restanza",
          validate: (given: unknown) =>
            given === value ? { value } : { issues: [{ path: [], message: `is not ${value}` }] },
        },
      }) as const;
    const chapter = {
      one: { operation: "GET /images", 200: fits(1) },
      two: { operation: "GET /images", 200: fits(2), fields: "fields" },
    };
    const ask = async (body: unknown, query = "") => {
      const told: unknown[] = [];
      const middleware = program.validateAnswers([chapter], (one) => told.push(one));
      const call = { operation: "GET /images" } as Parameters<typeof middleware>[2];
      const request = new Request(`http://compute.test/images${query}`);
      await middleware(request, async () => Response.json(body), call);
      return told;
    };
    expect(await ask(2)).toEqual([]);
    expect(await ask(3)).toMatchObject([{ issues: [{ message: "is not 1" }] }]);
    // Where members were chosen, only the other is left to say anything.
    expect(await ask(2, "?fields=id")).toMatchObject([{ issues: [{ message: "is not 1" }] }]);
  });
});
