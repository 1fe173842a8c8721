import type { ApiModel, ChapterModel, OperationModel } from "../../openapi/model.js";
import { camelCase, deviceNames, fileWords, kebabCase, Names, pascalCase } from "../naming.js";
import type { Text } from "../text.js";
import { identifier } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { bodyArgument } from "./operations/argument.js";
import { chooses, fieldsFile, fieldsTypes } from "./operations/fields.js";
import { credentialsFile, credentialsValue } from "./credentials.js";
import { hasAnonymous } from "../session-credential.js";
import { anyRequestFile, anyRequestTypes, anyRequestValue } from "./operations/any-request.js";
import {
  findFile,
  findTypes,
  findValue,
  hasLists,
  pagesFile,
  pagesTypes,
  pagesValue,
} from "./operations/list.js";
import { hasStates, pauseFile, waitFile, waitTypes, waitValues } from "./operations/states.js";
import { aboveFile, aboveValue, hasAbove } from "./operations/above-version.js";
import { callerFile, callerValue, hasCaller } from "./operations/caller.js";
import { hasStyles, stylesFile, stylesValue } from "./operations/styles.js";

type Name = Text<"identifier">;

/** What is copied of `templates/client/runtime/`; `runtime` exports what others need of it. */
export const runtimeFiles = [
  "answers",
  "ask",
  "call",
  "client",
  "errors",
  "faults",
  "message",
  "redirects",
  "request",
  "runtime",
  "within",
];

/** What is copied beside them where a client agrees with its service on a version. */
export const negotiationFile = "negotiation";

/** What `templates/client/runtime/runtime.ts` exports; a test compares the two. */
export const runtimeValues = [
  "ConnectionError",
  "ResponseError",
  "ask",
  "behind",
  "bind",
  "call",
  "createClient",
  "endpointOf",
  "messageOf",
];
export const runtimeTypes = [
  "Answer",
  "AnyResult",
  "BodyOf",
  "Call",
  "CallContext",
  "CallOptions",
  "CallOptionsAt",
  "Client",
  "ClientMaker",
  "ClientOptions",
  "Download",
  "EmptyRequest",
  "EndpointOptions",
  "Failure",
  "Fetch",
  "Media",
  "Middleware",
  "OperationRequest",
  "OtherSuccess",
  "OtherThan",
  "Outgoing",
  "Send",
  "Sent",
  "ServiceType",
  "SessionOptions",
  "SharedOptions",
  "StatusIn",
  "Success",
  "TokenlessOptions",
  "Upload",
];

/** Members of a client that no method may hide; a `then` would make a promise of it. */
const clientMembers = [
  "endpoint",
  "headers",
  "locate",
  "microversion",
  "pin",
  "send",
  "service",
  "then",
];

/** Types that the bound form has of its own. */
const boundTypes = ["Bound", "Where"];

/** What the module of the service and the bound form export. */
export interface ServiceNames {
  readonly file: string;
  readonly client: Name;
  /** What a client can be pinned to. */
  readonly pin: Name;
  readonly options: Name;
  /** What a call may ask for, its microversion among that. */
  readonly callOptions: Name;
  readonly create: Name;
  readonly withMicroversion: Name;
  readonly faults: Name;
  /** The body of a fault by its status, where more is known than the statuses that are listed. */
  readonly fault: Name;
  readonly isFault: Name;
  /** The bound form: a type and what makes one. */
  readonly bound: Name;
  readonly createBound: Name;
}

export interface OperationNames {
  readonly function: Name;
  readonly request: Name;
  readonly result: Name;
}

export interface ClientNames {
  readonly service: ServiceNames;
  /** By chapter: the module, without its ending. */
  readonly files: ReadonlyMap<ChapterModel, string>;
  readonly operations: ReadonlyMap<OperationModel, OperationNames>;
  /** The interface of the methods of a chapter within one range: `ImagesMethods_UpTo_2_35`. */
  methods(chapter: ChapterModel, range: string): Name;
}

/**
 * All names that the client exports. No two are the same over all its modules, so that the index
 * can name each; and none is that of a type of `types.ts`. What a function takes is its `…Input`,
 * whatever the types of bodies are called.
 */
export function nameClient(model: ApiModel, types: TypeCatalogue): ClientNames {
  const apiTypes = typeNames(model, types);
  const more = [
    ...(chooses(model) ? fieldsTypes : []),
    ...(hasStyles(model) ? [stylesValue] : []),
    ...(hasAbove(model) ? [aboveValue] : []),
    ...(hasCaller(model) ? [callerValue] : []),
    ...(hasLists(model) ? [findValue, ...findTypes, pagesValue, ...pagesTypes] : []),
    ...(hasStates(model) ? [...waitValues, ...waitTypes] : []),
    anyRequestValue,
    ...anyRequestTypes,
    ...(hasAnonymous(model) ? [credentialsValue] : []),
  ];
  const taken = new Names([
    ...apiTypes,
    ...runtimeValues,
    ...runtimeTypes,
    ...more,
    ...clientMembers,
    ...boundTypes,
    ...model.chapters.map((chapter) => methodsOf(chapter)),
  ]);
  // Functions first: what the docs call an operation is its name, `createImage` of Image as well.
  const functions = nameFunctions(model, taken);
  const service = nameService(model, taken);
  return {
    service,
    files: nameFiles(model, service),
    operations: nameOperations(functions, taken),
    methods: (chapter, range) => {
      return identifier([methodsOf(chapter), ...(range.match(/\w+/g) ?? [])].join("_"));
    },
  };
}

function methodsOf(chapter: ChapterModel): Name {
  return pascalCase(`${chapter.name} methods`);
}

/** Every name that the modules of the client may import from `types.ts`. */
function typeNames(model: ApiModel, types: TypeCatalogue): ReadonlySet<string> {
  const names = new Set<string>(Object.keys(model.schemas).map((name) => types.nameOf(name)));
  for (const { operations } of model.chapters)
    for (const operation of operations) {
      const schemas = operation.responses.flatMap(({ body }) => (body ? [body.schema] : []));
      const body = bodyArgument(operation, model.schemas);
      const used = [
        types.query(operation),
        types.headers(operation),
        ...[...schemas, ...(body && body.kind !== "fixed" ? [body.schema] : [])].map((schema) =>
          types.reference(schema),
        ),
      ];
      for (const name of used.flatMap((expression) => expression?.imports ?? [])) names.add(name);
    }
  return names;
}

function nameService(model: ApiModel, taken: Names): ServiceNames {
  const word = pascalCase(model.service);
  const take = (name: string, otherwise: string): Name =>
    identifier(taken.take(identifier(taken.has(name) ? otherwise : name), "_"));
  return {
    file: serviceFile(model),
    client: take(`${word}Client`, `${word}ApiClient`),
    pin: take("Pin", `${word}Pin`),
    options: take(`${word}ClientOptions`, `${word}ApiClientOptions`),
    callOptions: take(`${word}CallOptions`, `${word}ApiCallOptions`),
    create: take(`create${word}Client`, `create${word}ApiClient`),
    withMicroversion: take("withMicroversion", "pinned"),
    faults: take(`${word}Faults`, `${word}ApiFaults`),
    fault: take(`${word}Fault`, `${word}ApiFault`),
    isFault: take("isFault", "isApiFault"),
    bound: take(word, `${word}Api`),
    createBound: take(`create${word}`, `create${word}Api`),
  };
}

/** The module of the service is called like it, unless a chapter is: `boxes-client` beside `boxes`. */
function serviceFile({ service, chapters }: ApiModel): string {
  const word = fileWords(service);
  const isChapter = chapters.some(
    ({ name, operations }) => operations.length > 0 && kebabCase(name) === word,
  );
  const names = chapters.map(({ name }) => kebabCase(name));
  return isChapter
    ? new Names([...ownFiles, ...deviceNames, ...names]).take(`${word}-client`, "-")
    : new Names([...ownFiles, ...deviceNames]).take(word, "-");
}

/** Modules of the client whatever its service. */
const ownFiles = [
  ...runtimeFiles,
  fieldsFile,
  negotiationFile,
  stylesFile,
  aboveFile,
  callerFile,
  pagesFile,
  findFile,
  waitFile,
  pauseFile,
  anyRequestFile,
  "session",
  credentialsFile,
  "index",
  "bound",
];

/** Chapters keep their names, but for those that the client's own modules have. */
function nameFiles(model: ApiModel, service: ServiceNames): ReadonlyMap<ChapterModel, string> {
  const files = new Names([...ownFiles, service.file]);
  return new Map(
    model.chapters
      .filter(({ operations }) => operations.length > 0)
      .map((chapter) => [chapter, files.take(kebabCase(chapter.name), "-")]),
  );
}

function nameFunctions(model: ApiModel, taken: Names): ReadonlyMap<OperationModel, Name> {
  const operations = model.chapters.flatMap((chapter) => chapter.operations);
  return new Map(
    operations.map((operation) => [
      operation,
      identifier(taken.take(identifier(operation.operationId), "_")),
    ]),
  );
}

function nameOperations(
  functions: ReadonlyMap<OperationModel, Name>,
  taken: Names,
): ReadonlyMap<OperationModel, OperationNames> {
  const typeOf = (name: Name, suffix: string, otherwise: string): Name => {
    const word = pascalCase(name);
    const wanted = identifier(word + suffix);
    return identifier(taken.take(taken.has(wanted) ? identifier(word + otherwise) : wanted, "_"));
  };
  return new Map(
    [...functions].map(([operation, name]) => [
      operation,
      {
        function: name,
        request: typeOf(name, "Input", "Arguments"),
        result: typeOf(name, "Result", "Outcome"),
      },
    ]),
  );
}

/** The name of a module as a namespace: `server-actions` is `serverActions`. */
export function namespaces(files: readonly string[], taken: readonly string[]): readonly Name[] {
  const names = new Names(taken);
  return files.map((file) => identifier(names.take(camelCase(file), "_")));
}
