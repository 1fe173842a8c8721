import { rememberingOf } from "../../collections/remembered.js";
import type { ApiModel, ChapterModel, OperationModel } from "../../openapi/model.js";
import { digestOf, header } from "../header.js";
import type { Text } from "../text.js";
import { code, identifier, literal } from "../text.js";
import type { TypeCatalogue } from "../type-names.js";
import { rangeOf, type Range } from "./operations/bounds.js";
import { genericMethod } from "./bound-method.js";
import { shortDocs } from "./operations/docs.js";
import { fieldsFile } from "./operations/fields.js";
import { codeOf } from "../layout/doc.js";
import { functionHead } from "../layout/functions.js";
import { type Applied, interfaceHead, intersection, typeDoc } from "../layout/types.js";
import { ModuleScope } from "../module-scope.js";
import { namespaces, type ClientNames, type ServiceNames } from "./names.js";
import { variance } from "./operations/variance.js";

/** What `templates/client/bound.hbs` prints: every operation as a method of one object. */
export interface BoundView {
  readonly header: Text<"code">;
  readonly imports: readonly Text<"code">[];
  readonly names: ServiceNames;
  readonly versioned: boolean;
  /** Whether a method is what its function is without the client, so that `Bound` is needed. */
  readonly plain: boolean;
  /** Whether a group has a range, so that `Where` is needed. */
  readonly ranges: boolean;
  readonly groups: readonly GroupView[];
  readonly alias: Text<"code">;
  readonly createHead: Text<"code">;
  readonly spreads: readonly Text<"code">[];
  readonly returned: Text<"code">;
}

/** The methods of a chapter that the same clients have. */
export interface GroupView {
  readonly head: Text<"code">;
  readonly methods: readonly { readonly docs: Text<"comment">; readonly member: Text<"code"> }[];
}

interface Group {
  readonly name: Text<"identifier">;
  readonly namespace: Text<"identifier">;
  readonly range: Range | undefined;
  readonly operations: readonly {
    readonly operation: OperationModel;
    readonly name: Text<"identifier">;
    readonly generic: boolean;
    /** The text of the method, where it has a type parameter of its own. */
    readonly method: Text<"code"> | undefined;
  }[];
}

export function boundView(model: ApiModel, types: TypeCatalogue, names: ClientNames): BoundView {
  const { service, files } = names;
  const { versioned } = types;
  const scope = new ModuleScope([]);
  const modules = namespaces([...files.values()], reserved(service));
  const imports = [...files.values()].map(
    (file, index) => code`import * as ${modules[index] ?? code``} from ${literal(`./${file}.js`)};`,
  );
  const groups = [...files.keys()].flatMap((chapter, index) =>
    groupsOf(model, types, names, chapter, modules[index], scope),
  );
  for (const { range } of groups)
    for (const name of range?.imports ?? []) scope.use("../microversion.js", name);
  const file = `./${service.file}.js`;
  scope.use(file, service.create, "value");
  for (const type of [service.client, service.options, ...(versioned ? [service.pin] : [])])
    scope.use(file, type);
  scope.use("./runtime.js", "bind", "value");
  return {
    header: header(
      [`the ${model.service} API reference`],
      digestOf([model.service, [...files].map(([chapter, name]) => [name, chapter.digest])]),
    ),
    imports: [
      ...scope.declarations(["../microversion.js", file]),
      ...imports,
      ...scope.declarations([`./${fieldsFile}.js`, "./runtime.js"]),
    ],
    names: service,
    versioned,
    plain: groups.some(({ operations }) => operations.some(({ method }) => method === undefined)),
    ranges: groups.some(({ range }) => range !== undefined),
    groups: groups.map(groupView),
    alias: intersection(
      versioned ? code`${service.bound}<V extends string = string>` : service.bound,
      [{ name: service.client, args: versioned ? [code`V`] : [] }, ...groups.map(membersOf)],
    ),
    createHead: createHead(service, versioned),
    spreads: modules.map((name) => code`...${name}`),
    returned: versioned ? code`${service.bound}<V>` : code`${service.bound}`,
  };
}

/** What a namespace must not hide in this module. */
function reserved(service: ServiceNames): readonly string[] {
  return ["bind", "client", "methods", "options", service.create, service.createBound];
}

/** Operations of a chapter, grouped by the clients that may call them, in the order of the docs. */
function groupsOf(
  model: ApiModel,
  types: TypeCatalogue,
  names: ClientNames,
  chapter: ChapterModel,
  namespace: Text<"identifier"> | undefined,
  scope: ModuleScope,
): readonly Group[] {
  const { file, callOptions: versioned } = names.service;
  const callOptions = () =>
    types.versioned
      ? scope.use(`./${file}.js`, versioned)
      : scope.use("./runtime.js", "CallOptions");
  const groups = new Map<string, { range: Range | undefined; operations: OperationModel[] }>();
  for (const operation of chapter.operations) {
    const range = types.versioned ? rangeOf(operation.bounds, model.microversions) : undefined;
    const group = groups.get(range?.text ?? "");
    if (group === undefined) groups.set(range?.text ?? "", { range, operations: [operation] });
    else group.operations.push(operation);
  }
  return [...groups.values()].map(({ range, operations }) => ({
    name: names.methods(chapter, range?.text ?? ""),
    namespace: namespace ?? identifier(chapter.name),
    range,
    operations: operations.map((operation) => {
      const own = names.operations.get(operation);
      return {
        operation,
        name: own?.function ?? identifier(operation.operationId),
        generic: isGeneric(model, types, operation),
        method:
          own &&
          genericMethod(
            scope,
            model,
            operation,
            own,
            { ...variance({ types, model }, operation), range: range?.text },
            { namespace, callOptions },
          ),
      };
    }),
  }));
}

function isGeneric(model: ApiModel, types: TypeCatalogue, operation: OperationModel): boolean {
  const { request, result } = variance({ types, model }, operation);
  return request || result;
}

function groupView({ name, namespace, range, operations }: Group): GroupView {
  const parameter = code`V extends ${range?.text ?? code`string`}`;
  const generic = operations.some((one) => one.generic);
  return {
    head: interfaceHead(name, generic ? parameter : undefined, undefined),
    methods: operations.map((one) => {
      const bound = { name: code`Bound`, args: [code`typeof ${namespace}.${one.name}`] };
      return {
        docs: docsOf(one.operation),
        member: one.method ?? code`  ${codeOf([code`${one.name}: `, typeDoc(bound), code`;`], 2)}`,
      };
    }),
  };
}

const docsOf = rememberingOf((operation: OperationModel) => shortDocs(operation, 2));

/** The interface of a group as part of the bound form, if the client is within its range. */
function membersOf({ name, range, operations }: Group): Applied {
  const generic = operations.some((one) => one.generic);
  if (range === undefined) return { name, args: generic ? [code`V`] : [] };
  const within = { name, args: generic ? [code`V & ${range.text}`] : [] };
  return { name: code`Where`, args: [code`V`, range.text, within] };
}

function createHead({ bound, createBound, options, pin }: ServiceNames, versioned: boolean) {
  return versioned
    ? functionHead(
        createBound,
        code`const V extends ${pin} = "latest"`,
        [code`options: ${options}<V>`],
        code`${bound}<V>`,
      )
    : functionHead(createBound, undefined, [code`options: ${options}`], bound);
}
