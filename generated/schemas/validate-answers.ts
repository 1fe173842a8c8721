// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * Holds what a service answers against its documentation, while a client is used.
 *
 * @module
 */
import type { Middleware } from "../client/runtime.js";
import type { Answers, Issue, StandardSchema } from "./standard-schema.js";

/** An answer that is not as documented. */
export interface UnexpectedAnswer {
  /** As documented: `GET /images/{image_id}`. */
  readonly operation: string;
  readonly status: number;
  readonly issues: readonly Issue[];
}

/** What `"throw"` rejects a call with. */
export class AnswerError extends Error implements UnexpectedAnswer {
  override readonly name = "AnswerError";
  readonly operation: string;
  readonly status: number;
  readonly issues: readonly Issue[];

  constructor(answer: UnexpectedAnswer) {
    super(wordsOf(answer));
    this.operation = answer.operation;
    this.status = answer.status;
    this.issues = answer.issues;
  }
}

/** Schemas by the names of their operations, as a module of `schemas/` exports them. */
export type Chapter = Readonly<Record<string, Answers<object>>>;

/**
 * A `middleware` of a client that validates what it is answered in JSON, by the schemas of some
 * chapters: `createComputeClient({ …, middleware: [validateAnswers([images])] })`. What is not as
 * documented goes to the console, with `"throw"` rejects the call, or is given to a function. Of
 * operations that share method and path, it is right if it is what one of them answers. Where a
 * request chooses members of the answer, the others are missed by nobody.
 */
export function validateAnswers(
  chapters: readonly Chapter[],
  unexpected: "warn" | "throw" | ((answer: UnexpectedAnswer) => void) = "warn",
): Middleware {
  const all = chapters.flatMap((chapter) => Object.values(chapter));
  const tell = typeof unexpected === "function" ? unexpected : unexpected === "warn" ? warn : fail;
  return async (request, next, call) => {
    const response = await next(request);
    const { status } = response;
    const query = new URL(request.url).searchParams;
    const schemas = all.flatMap((answers) =>
      answers.operation === call?.operation && !query.has(answers.fields ?? "")
        ? schemaFor(answers, status)
        : [],
    );
    if (schemas.length === 0 || !isJson(response)) return response;
    const value = await valueOf(response);
    if (value === undefined) return response;
    const results = schemas.map((schema) => schema["~standard"].validate(value.json));
    const [first] = results;
    if (first?.issues && results.every(({ issues }) => issues))
      tell({ operation: call?.operation ?? "", status, issues: first.issues });
    return response;
  };
}

/** The entry of the status itself, of its range, or of all errors. */
function schemaFor(answers: Answers<object>, status: number): readonly StandardSchema<unknown>[] {
  const range = `${Math.floor(status / 100)}XX`;
  const keys = [String(status), range, ...(status >= 300 ? ["default"] : [])];
  const entries = answers as unknown as Readonly<Record<string, StandardSchema<unknown>>>;
  const key = keys.find((one) => Object.hasOwn(entries, one));
  const schema = key === undefined ? undefined : entries[key];
  return schema === undefined ? [] : [schema];
}

function isJson(response: Response): boolean {
  return /json/i.test(response.headers.get("content-type") ?? "");
}

/** What is no JSON is told by the client itself. */
async function valueOf(response: Response): Promise<{ readonly json: unknown } | undefined> {
  try {
    return { json: await response.clone().json() };
  } catch {
    return undefined;
  }
}

function warn(answer: UnexpectedAnswer): void {
  console.warn(wordsOf(answer));
}

function fail(answer: UnexpectedAnswer): never {
  throw new AnswerError(answer);
}

/** `GET /images answered 200 not as documented: images.0.size must be integer`. */
function wordsOf({ operation, status, issues }: UnexpectedAnswer): string {
  const words = issues.map(({ path, message }) =>
    `${path.map(String).join(".")} ${message}`.trim(),
  );
  return `${operation} answered ${status} not as documented: ${words.join("; ")}`;
}
