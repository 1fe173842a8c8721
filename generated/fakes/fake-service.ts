// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * A service for unit tests: it answers with the samples of the docs, without a network.
 *
 * @module
 */
import type { Fake, UnshownFake } from "./fake.js";

/** Fakes by the names of their operations, as a module of `fakes/` exports them. */
export type Chapter = Readonly<Record<string, UnshownFake<unknown>>>;

/**
 * What is answered in place of a sample: members that are put into it, or a function that makes a
 * body, or an answer with another status: `() => Response.json({ … }, { status: 404 })`.
 */
export type Answering<Body> =
  | Partial<Body>
  | ((request: Request, sample: Body) => Body | Response | Promise<Body | Response>);

export interface FakeService {
  /** What clients are made of: `createComputeClient({ ...fakes.options })`. */
  readonly options: {
    readonly endpoint: string;
    readonly fetch: (request: Request) => Promise<Response>;
  };
  /** What was asked, in its order. */
  readonly requests: readonly Request[];
  /** Answers an operation otherwise from now on. */
  on<Body>(fake: Fake<Body>, answer: Answering<Body>): FakeService;
  /** The same where the docs show no body: a whole one is given. */
  on<Body>(
    fake: UnshownFake<Body>,
    answer: (request: Request) => Body | Response | Promise<Body | Response>,
  ): FakeService;
}

const endpoint = "http://fake.test";

/** A service that has the operations of some chapters. What else is asked rejects the call. */
export function fakeService(chapters: readonly Chapter[]): FakeService {
  const fakes = chapters.flatMap((chapter) => Object.values(chapter));
  const answers = new Map<UnshownFake<unknown>, Answering<unknown>>();
  const requests: Request[] = [];
  const service: FakeService = {
    options: { endpoint, fetch: serve },
    requests,
    on(fake: UnshownFake<unknown>, answer: unknown): FakeService {
      answers.set(fake, answer as Answering<unknown>);
      return service;
    },
  };
  return service;

  async function serve(request: Request): Promise<Response> {
    requests.push(request.clone());
    const fake = await fakeFor(fakes, request);
    const answer = answers.get(fake);
    if (answer === undefined && !("body" in fake))
      throw new TypeError(`the docs show no answer of ${fake.operation}: give one to \`on\``);
    const made =
      typeof answer === "function"
        ? await answer(request, fake.body)
        : merged(fake.body, answer ?? {});
    if (made instanceof Response) return made;
    const { status } = fake;
    return made === undefined ? new Response(null, { status }) : Response.json(made, { status });
  }
}

/** Members of an object, in place of those that it has. */
function merged(sample: unknown, members: object): unknown {
  const isObject = typeof sample === "object" && sample !== null && !Array.isArray(sample);
  return isObject ? { ...sample, ...members } : sample;
}

/** The operation that is asked for: of several paths the one with the fewest parameters. */
async function fakeFor(
  fakes: readonly UnshownFake<unknown>[],
  request: Request,
): Promise<UnshownFake<unknown>> {
  const { method, url } = request;
  const { pathname } = new URL(url);
  const found = fakes
    .filter(({ operation }) => isAt(operation, method, pathname))
    .sort((a, b) => parametersOf(a) - parametersOf(b));
  const actions = found.some(({ action }) => action !== undefined) ? await membersOf(request) : [];
  const fake = found.find(({ action }) => action === undefined || actions.includes(action));
  if (fake !== undefined) return fake;
  const words = actions.length > 0 ? ` with ${actions.map((name) => `"${name}"`).join(", ")}` : "";
  throw new TypeError(
    `no fake answers ${method} ${pathname}${words}: give its chapter to fakeService, or \`on\``,
  );
}

function isAt(operation: string, method: string, pathname: string): boolean {
  const [verb, path = ""] = operation.split(" ");
  const wanted = path.split("/");
  const asked = pathname.split("/");
  return (
    verb === method &&
    wanted.length === asked.length &&
    wanted.every((part, index) => part.includes("{") || part === decoded(asked[index] ?? ""))
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parametersOf({ operation }: UnshownFake<unknown>): number {
  return operation.split("{").length;
}

async function membersOf(request: Request): Promise<readonly string[]> {
  try {
    return Object.keys(Object((await request.clone().json()) as unknown));
  } catch {
    return [];
  }
}
