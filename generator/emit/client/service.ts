import type { ApiModel } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import type { Text } from "../text.js";
import {
  code,
  commentLines,
  identifier,
  join,
  literal,
  memberName,
  templateText,
} from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { createdClient, credentialsFile } from "./credentials.js";
import { takesSession } from "../session-credential.js";
import { faultForms } from "./fault-forms.js";
import { codeOf } from "../layout/doc.js";
import { functionHead } from "../layout/functions.js";
import { list } from "../layout/lists.js";
import { conditionalAlias, extendedAlias, typeAlias } from "../layout/types.js";
import { ModuleScope } from "../module-scope.js";
import { negotiationFile, type ServiceNames } from "./names.js";
import { component } from "./operations/operation.js";

/** What `templates/client/service.hbs` prints: the module of the service, `client/compute.ts`. */
export interface ServiceView {
  readonly header: Text<"code">;
  readonly imports: readonly Text<"code">[];
  readonly names: ServiceNames;
  readonly local: LocalNames;
  readonly title: Text<"comment">;
  /** A client of the runtime, which sends the credential as the service wants it; spread, or alone. */
  readonly created: Text<"code">;
  /** The service as a string literal; it tells clients of one service from those of another. */
  readonly service: Text<"literal">;
  /** Clients have microversions, which their types know. */
  readonly versioned: boolean;
  /** A client that is pinned to none agrees with the service on a version. */
  readonly negotiates: boolean;
  /** The first and the last version of the docs. */
  readonly minimum: Text<"literal">;
  readonly maximum: Text<"literal">;
  /** The declaration of what a client is made of. */
  readonly options: Text<"code">;
  /** The declaration of what a call may ask for. */
  readonly callOptions: Text<"code">;
  readonly createHead: Text<"code">;
  readonly withHead: Text<"code">;
  /** Headers of every request: a name and an expression. */
  readonly headers: readonly { readonly name: Text<"literal">; readonly value: Text<"code"> }[];
  /** The body of each documented error. */
  readonly faults: readonly { readonly status: number; readonly type: Text<"code"> }[];
  /** The type that also knows the bodies of errors of other statuses; empty where none does. */
  readonly faultAlias: Text<"code">;
  /** The forms of faults by status, and of those that have none of their own. */
  readonly forms: readonly Text<"code">[];
  readonly isFaultHead: Text<"code">;
  readonly isFaultCall: Text<"code">;
}

/** What other modules export, as it is called here. */
interface LocalNames {
  readonly responseError: Text<"identifier">;
  readonly client: Text<"identifier">;
  readonly clientOptions: Text<"identifier">;
  /** Empty where no types know microversions. */
  readonly microversion: Text<"identifier" | "code">;
  /** Empty where nothing is negotiated. */
  readonly negotiating: Text<"identifier" | "code">;
  readonly pinned: Text<"identifier" | "code">;
}

export function serviceView(
  model: ApiModel,
  types: TypeCatalogue,
  names: ServiceNames,
): ServiceView {
  const entries = Object.entries(model.faults);
  const scope = new ModuleScope(
    entries.flatMap(([, name]) => component(types, name).imports.map(String)),
  );
  const { versioned } = types;
  const negotiated = negotiates(model, types);
  const faults = entries.flatMap(([status, name]) =>
    /^\d{3}$/.test(status)
      ? [{ status: Number(status), type: scope.type(component(types, name)) }]
      : [],
  );
  const fallback = model.faults["default"];
  const other = fallback === undefined ? code`unknown` : scope.type(component(types, fallback));
  const anyStatus = fallback !== undefined || faults.length === 0;
  const local: LocalNames = {
    responseError: scope.use("./runtime.js", "ResponseError"),
    client: scope.use("./runtime.js", "Client"),
    // A token that nothing asks for would be kept back: whoever gives one is told so.
    clientOptions: scope.use(
      "./runtime.js",
      takesSession(model)
        ? "ClientOptions"
        : model.credential === undefined
          ? "TokenlessOptions"
          : "EndpointOptions",
    ),
    microversion: versioned ? scope.use("../microversion.js", "Microversion") : code``,
    negotiating: negotiated ? scope.use(negotiation, "negotiating", "value") : code``,
    pinned: negotiated ? scope.use(negotiation, "pinned", "value") : code``,
  };
  const options = versioned ? callOptions(names, scope) : code``;
  const headers = headersOf(model, versioned, negotiated ? "version" : "microversion");
  const made = createdClient(model, scope);
  const isAlone = !versioned && headers.length > 0;
  const created = isAlone ? codeOf(made, 2) : codeOf([code`...`, made], 4);
  const forms = formsOf(model);
  const isFaultOf = scope.use("./faults.js", "isFaultOf", "value");
  return {
    header: header(
      [`the ${model.service} API reference`],
      digestOf([model.service, model.microversions, model.faults, forms, model.projected]),
    ),
    imports: scope.declarations([
      "../microversion.js",
      "../types.js",
      `./${credentialsFile}.js`,
      "./faults.js",
      negotiation,
      "./runtime.js",
    ]),
    names,
    local,
    title: titleOf(model.title),
    created,
    service: literal(model.service),
    versioned,
    negotiates: negotiated,
    minimum: literal(model.microversions?.minimum ?? ""),
    maximum: literal(model.microversions?.maximum ?? ""),
    callOptions: options,
    ...heads(names, local, versioned, negotiated),
    headers,
    faults,
    faultAlias: anyStatus ? faultAlias(names, faults.length > 0, other) : code``,
    forms,
    isFaultHead: isFaultHead(names, local, anyStatus),
    isFaultCall: code`${isFaultOf}(error, status, ${forms.length > 0 ? code`forms` : code`{}`})`,
  };
}

const negotiation = `./${negotiationFile}.js`;

/**
 * Whether a client that is pinned to none has to agree with the service on a version: where
 * `latest` is not known to be taken.
 */
export function negotiates({ microversions }: ApiModel, { versioned }: TypeCatalogue): boolean {
  return versioned && microversions?.latest === false && microversions.headers.length > 0;
}

function microversionDocs(negotiated: boolean): Text<"code"> {
  return negotiated
    ? code`The microversion of every request; the newest that server and docs share if left out.`
    : code`The microversion that every request asks for; the newest of the server if left out.`;
}

function heads(names: ServiceNames, local: LocalNames, versioned: boolean, negotiated: boolean) {
  const { client, options, pin } = names;
  if (!versioned) {
    const createHead = functionHead(names.create, undefined, [code`options: ${options}`], client);
    return { options: code``, createHead, withHead: code`` };
  }
  return {
    options: extendedAlias(options, code`V extends ${pin}`, local.clientOptions, [
      code`/** ${microversionDocs(negotiated)} */`,
      code`readonly microversion?: V | ${pin} | undefined;`,
    ]),
    createHead: functionHead(
      names.create,
      code`const V extends ${pin} = "latest"`,
      [code`options: ${options}<V>`],
      code`${client}<V>`,
    ),
    withHead: functionHead(
      names.withMicroversion,
      code`const V extends ${pin}`,
      [code`client: ${client}`, code`microversion: V`],
      code`${client}<V>`,
    ),
  };
}

/** Any text will do, but of literals only those that are known. */
function callOptions({ callOptions, pin }: ServiceNames, scope: ModuleScope): Text<"code"> {
  const known = code`string extends V ? V : V extends ${pin} ? V : ${pin}`;
  return typeAlias(callOptions, code`V extends string = ${pin} | (string & {})`, [
    { name: scope.use("./runtime.js", "CallOptionsAt"), args: [known] },
  ]);
}

/** One line that ends a sentence. */
function titleOf(title: string): Text<"comment"> {
  const words = title.trim().replace(/[.\s]+$/, "");
  const article = /^the\b/i.test(words) ? "" : "the ";
  return join(commentLines(article + words), " ") as Text<"code"> & Text<"comment">;
}

/** Names are in lower case: `fetch` sends them so, and two cases of one name would both be sent. */
function headersOf(
  model: ApiModel,
  versioned: boolean,
  variable: "version" | "microversion",
): ServiceView["headers"] {
  const { microversions, projected } = model;
  if (microversions === undefined || (!versioned && projected === undefined)) return [];
  return microversions.headers.map(({ name, value }) => ({
    name: memberName(name.toLowerCase()),
    value: versioned
      ? value === "{version}"
        ? code`${identifier(variable)}`
        : templateText(value.split("{version}"), variable)
      : code`${literal(value.replaceAll("{version}", projected ?? ""))}`,
  }));
}

function formsOf({ faults, schemas }: ApiModel): ServiceView["forms"] {
  return Object.entries(faults).map(([status, component]) => {
    const key = /^\d{3}$/.test(status) ? code`${Number(status)}` : memberName(status);
    const forms = faultForms(component, schemas).map((form) => literal(form));
    return codeOf([key, code`: `, list(code`[`, forms, code`]`), code`,`], 2);
  });
}

function faultAlias(names: ServiceNames, listed: boolean, other: Text<"code">): Text<"code"> {
  const { fault, faults } = names;
  // Without faults by status, the status says nothing; it stays a parameter for when it will.
  const head = code`${fault}<${listed ? code`Status` : code`_Status`} extends number>`;
  return listed
    ? conditionalAlias(head, code`Status extends keyof ${faults}`, code`${faults}[Status]`, other)
    : code`export type ${head} = ${other};`;
}

function isFaultHead(names: ServiceNames, local: LocalNames, anyStatus: boolean): Text<"code"> {
  const body = anyStatus ? code`${names.fault}<Status>` : code`${names.faults}[Status]`;
  return functionHead(
    names.isFault,
    anyStatus ? code`const Status extends number` : code`Status extends keyof ${names.faults}`,
    [code`error: unknown`, code`status: Status`],
    code`error is ${local.responseError}<Status, ${body}>`,
  );
}
