import { catalogue } from "../diagnostics/catalogue.js";
import { didYouMean } from "../diagnostics/nearest.js";
import {
  faultForms,
  outputs,
  type PackageConfig,
  type PackagedServices,
  type ServiceConfig,
} from "./config.js";
import { ConfigurationError } from "./configuration-error.js";

/** Says what is wrong with a value at `key`, or nothing. */
type Check = (value: unknown, key: string) => readonly string[];

const text: Check = (value, key) =>
  typeof value === "string" && value !== "" ? [] : [`${key} must be a text, not ${shown(value)}.`];

const flag: Check = (value, key) =>
  typeof value === "boolean" ? [] : [`${key} must be true or false, not ${shown(value)}.`];

const matching =
  (pattern: RegExp, wanted: string): Check =>
  (value, key) =>
    typeof value === "string" && pattern.test(value)
      ? []
      : [`${key} must be ${wanted}, not ${shown(value)}.`];

const version = matching(/^\d{1,6}\.\d{1,6}$/, 'a version in quotes such as "2.53"');

const oneOf =
  (choices: readonly string[]): Check =>
  (value, key) =>
    typeof value === "string" && choices.includes(value)
      ? []
      : [
          `${key} must be one of ${choices.map((choice) => `"${choice}"`).join(", ")}, ` +
            `not ${shown(value)}.${didYouMean(String(value), choices)}`,
        ];

const either =
  (exact: unknown, other: Check): Check =>
  (value, key) =>
    value === exact ? [] : other(value, key);

const listOf =
  (item: Check): Check =>
  (value, key) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => item(entry, `${key}[${index}]`))
      : [`${key} must be a list, not ${shown(value)}.`];

const mapOf =
  (item: Check): Check =>
  (value, key) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, entry]) => item(entry, `${key}["${name}"]`))
      : [`${key} must be an object, not ${shown(value)}.`];

/** Severities by diagnostic code. A code that is none would silence nothing, without a word. */
const severities: Check = (value, key) => {
  const codes = catalogue.map(({ code }) => code);
  const unknown = isObject(value) ? Object.keys(value).filter((code) => !codes.includes(code)) : [];
  return [
    ...unknown.map((code) => `${key}: "${code}" is no diagnostic code.${didYouMean(code, codes)}`),
    ...mapOf(oneOf(["error", "warning", "info", "off"]))(value, key),
  ];
};

const object =
  (members: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, key) => {
    if (!isObject(value))
      return [`${key === "" ? whole(value) : `${key} must be an object`}, not ${shown(value)}.`];
    const prefix = key === "" ? "" : `${key}.`;
    const problems = Object.entries(value).flatMap(([name, member]) => {
      const check = Object.hasOwn(members, name) ? members[name] : undefined;
      if (check === undefined) {
        return [`${prefix}${name} is no setting.${didYouMean(name, Object.keys(members))}`];
      }
      return member === undefined ? [] : check(member, prefix + name);
    });
    const missing = required.filter((name) => value[name] === undefined);
    return [...problems, ...missing.map((name) => `${prefix}${name} is missing.`)];
  };

const functionCheck: Check = (value, key) =>
  typeof value === "function" ? [] : [`${key} must be a function, not ${shown(value)}.`];

/** An object with a name and a function `plan`; what else it has is its own. */
const emitter: Check = (value, key) => {
  if (!isObject(value))
    return [`${key} must be an object with a name and plan, not ${shown(value)}.`];
  const { name, plan } = value;
  const form = typeof name === "string" && /^[a-z][a-z\d-]*$/.test(name);
  const taken = outputs.some((output) => output === name);
  return [
    ...(form ? [] : [`${key}.name must be a word such as "routes", not ${shown(name)}.`]),
    ...(taken ? [`${key}.name is "${String(name)}", which is an output already.`] : []),
    ...functionCheck(plan, `${key}.plan`),
  ];
};

const textOr =
  (other: Check): Check =>
  (value, key) =>
    isObject(value) ? other(value, key) : text(value, key);

const serviceMembers = {
  name: text,
  source: text,
  out: text,
  handlers: either(
    false,
    textOr(object({ file: text, chapters: listOf(text) }, ["file", "chapters"])),
  ),
  emit: listOf(oneOf(outputs)),
  service: text,
  info: object({ title: text, version: text, description: text }),
  servers: listOf((value, key) =>
    typeof value === "string"
      ? text(value, key)
      : object({ url: text, description: text }, ["url"])(value, key),
  ),
  microversion: version,
  microversions: flag,
  limits: mapOf(object({ min: version, max: version })),
  faults: oneOf(faultForms),
  docs: object({ partials: text }),
  overlays: listOf(text),
  openapi: oneOf(["3.1", "3.2"]),
  document: functionCheck,
  names: functionCheck,
  emitters: listOf(emitter),
  include: listOf(text),
  exclude: listOf(text),
  severity: severities,
  baseline: text,
} satisfies Record<keyof ServiceConfig, Check>;

const service = object(serviceMembers, ["source", "out"]);

/** What names a package and its entries, as npm and Node take it. */
const packageName = matching(
  /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/,
  'a name that npm takes, such as "@example/openstack"',
);
const packageVersion = matching(
  /^\d+\.\d+\.\d+(?:-[\da-z.-]+)?(?:\+[\da-z.-]+)?$/i,
  'a version of three numbers, such as "1.0.0"',
);
const entryName = matching(
  /^(?!(?:runtime|session|node|node_modules)$)[a-z][a-z\d-]*$/,
  'the type of a service, such as "compute": it names its entry in the package',
);

const { out: _ofPackage, ...packagedMembers } = serviceMembers;
const packaged = object(
  {
    services: listOf(object({ ...packagedMembers, service: entryName }, ["source", "service"])),
    package: object(
      {
        name: packageName,
        version: packageVersion,
        out: text,
        description: text,
        license: text,
      } satisfies Record<keyof PackageConfig, Check>,
      ["name", "version", "out"],
    ),
  },
  ["services", "package"],
);

const packagedOnes: Check = (value, key) => [...packaged(value, key), ...oneAtLeast(value, key)];

const oneAtLeast: Check = (value) =>
  isObject(value) && Array.isArray(value["services"]) && value["services"].length === 0
    ? ["services has none: a package needs one at least."]
    : [];

const several = object({ services: listOf(service) }, ["services"]);

/** What a configuration comes to. */
export interface Validated {
  readonly services: readonly ServiceConfig[];
  /** The package that the services are parts of. */
  readonly package?: PackageConfig;
}

/** Checks a configuration; throws a `ConfigurationError` that lists everything wrong. */
export function validateConfig(value: unknown): Validated {
  if (isObject(value) && "package" in value) {
    if (holds<PackagedServices>(packagedOnes, value)) return inPackage(value);
    throw problemsOf(packagedOnes, value);
  }
  if (isObject(value) && "services" in value) {
    if (holds<{ services: readonly ServiceConfig[] }>(several, value)) return value;
    throw problemsOf(several, value);
  }
  if (holds<ServiceConfig>(service, value)) return { services: [value] };
  throw problemsOf(service, value);
}

/** The services of a package, each with its folder in it. */
function inPackage({ services, package: made }: PackagedServices): Validated {
  return {
    package: made,
    services: services.map((one) => ({
      name: one.service,
      emit: ["client"],
      ...one,
      out: sourcesOf(made, one.service),
    })),
  };
}

/** The folder of a service in the folder of a package. */
function sourcesOf({ out }: PackageConfig, entry: string): string {
  return `${out.replace(/\/+$/, "")}/src/${entry}`;
}

/** What a whole configuration is to be where it is none. */
function whole(value: unknown): string {
  return Array.isArray(value)
    ? "The configuration must be an object, several services `{ services: […] }`"
    : "The configuration must be an object";
}

/** Tells the compiler that a check passes. */
function holds<Value>(check: Check, value: unknown): value is Value {
  return check(value, "").length === 0;
}

function problemsOf(check: Check, value: unknown): ConfigurationError {
  return new ConfigurationError(check(value, "").join("\n"));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "function") return "a function";
  const json = JSON.stringify(value) ?? typeof value;
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
