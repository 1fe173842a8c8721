import type { ApiModel } from "../../openapi/model.js";
import { code, identifier, join, literal, type Text } from "../text.js";
import { faultMakers, needsFallback, statuses } from "./faults.js";
import { codeOf } from "../layout/doc.js";
import { type Entries, object, valueDoc } from "../layout/values.js";
import { ModuleScope } from "../module-scope.js";
import type { Sources } from "./sources.js";
import { faultsOf, faultTypeOf } from "./told-faults.js";

const makersFile = "./faults.js";
const runtime = "./runtime.js";

/** What the template `service` prints. */
export interface ServiceView {
  readonly header: Text<"code">;
  readonly imports: Text<"code">;
  readonly service: Text<"code">;
}

export function serviceView(model: ApiModel, sources: Sources): ServiceView {
  const makers = new Map(faultMakers(model).map((maker) => [maker.component, maker.name]));
  const faults: (readonly [Text<"code">, Text<"identifier">])[] = statuses(model).flatMap(
    ([status, component]) => {
      const name = makers.get(component);
      const key = status === "default" ? code`default` : code`${Number(status)}`;
      return name === undefined ? [] : [[key, name] as const];
    },
  );
  if (needsFallback(model)) faults.push([code`default`, identifier("anyFault")]);
  const value = object({
    name: literal(model.service),
    microversions: microversions(model),
    conventions: conventions(model),
    faults: { members: faults },
    faultType: faultTypeOf(model),
  });
  const lead = code`export const service: Service = `;
  const scope = new ModuleScope([]);
  for (const [, name] of faults) scope.use(makersFile, name, "value");
  scope.use(runtime, "Service");
  return {
    header: sources([
      model.service,
      model.microversions,
      model.conventions,
      model.projected,
      faultsOf(model),
    ]),
    imports: join(scope.declarations([makersFile, runtime]), "\n"),
    service: codeOf([lead, valueDoc(value), code`;`]),
  };
}

/** Plain data of the document, whose names are those of the runtime. */
function conventions({ conventions: known }: ApiModel): Entries | undefined {
  const members = Object.entries(known).map(([name, value]) => [
    name,
    typeof value === "string" ? literal(value) : code`${value}`,
  ]);
  return members.length === 0 ? undefined : object(Object.fromEntries(members));
}

/** A projected document speaks of one microversion: it is the only one that is served. */
function microversions(model: ApiModel): Entries | undefined {
  const { microversions: known, projected } = model;
  if (known === undefined || known.headers.length === 0) return undefined;
  return object({
    minimum: literal(projected ?? known.minimum),
    maximum: literal(projected ?? known.maximum),
    headers: {
      items: known.headers.map(({ name, value }) =>
        object({ name: literal(name), value: literal(value) }),
      ),
    },
    latest: known.latest ? code`true` : undefined,
  });
}
