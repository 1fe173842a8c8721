/** What is said of a package by whoever publishes it. */
export interface PackageFacts {
  /** Its name, such as `@example/openstack`. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  /** An expression of SPDX. `Apache-2.0` unless given, the licence of what is copied into it. */
  readonly license?: string;
}

/** A service of a package, by its type, and what it has beside its client. */
export interface PackageEntry {
  readonly service: string;
  readonly beside: readonly ("schemas" | "fakes")[];
}

/** The licence of restanza, and so of the runtime that is copied into a package. */
export const usualLicense = "Apache-2.0";

/**
 * `package.json` of a package with an entry for each service (`NAME/compute`), for its types, and for
 * each of its chapters (`NAME/compute/servers`), for schemas and fakes
 * where it has them, for sessions (`NAME/session/session`) and for what
 * needs files and an environment (`NAME/node`), as npm and Node have it (Node.js, "Packages",
 * "Subpath patterns"). It is compiled when it is packed: Node takes no TypeScript from packages. The
 * package `yaml` is wanted of those only who read a `clouds.yaml`.
 */
export function manifestText(facts: PackageFacts, entries: readonly PackageEntry[]): string {
  const { name, version, description, license = usualLicense } = facts;
  const exported = entries.flatMap(({ service, beside }) => [
    [`./${service}`, `./dist/${service}/client/index.js`],
    [`./${service}/types`, `./dist/${service}/types.js`],
    ...beside.flatMap((output) => [
      [`./${service}/${output}`, `./dist/${service}/${output}/index.js`],
      [`./${service}/${output}/*`, `./dist/${service}/${output}/*.js`],
    ]),
    [`./${service}/*`, `./dist/${service}/client/*.js`],
  ]);
  const manifest = {
    name,
    version,
    ...(description !== undefined && { description }),
    license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ...Object.fromEntries(exported),
      "./session/*": "./dist/session/*.js",
      "./node": "./dist/node/connect.js",
      "./node/*": "./dist/node/*.js",
      "./package.json": "./package.json",
    },
    files: ["dist"],
    scripts: { build: "tsc -p .", prepack: "npm run build" },
    peerDependencies: { yaml: "^2.0.0" },
    peerDependenciesMeta: { yaml: { optional: true } },
    devDependencies: { "@types/node": "^20.19.0", typescript: "^5.9.0" },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
