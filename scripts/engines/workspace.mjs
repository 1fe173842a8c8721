// A repository of two packages, each with docs of its own, as people have it: the settings of an
// engine are added by its test. The docs of `boxes` name a sample that is not there yet.
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const docs = (name, sample) => `${name} API
${"=".repeat(name.length + 4)}

List ${name}
${"-".repeat(name.length + 5)}

.. rest_method:: GET /${name}

Normal response codes: 200

Response
--------

.. rest_parameters:: parameters.yaml

  - ${name}: ${name}

.. literalinclude:: ${sample}
`;

const config = `import { defineConfig } from "restanza";

export default defineConfig({ source: "api-ref/source", out: "generated", emit: ["types", "client"] });
`;

/** What npm notes of the packages, with this version of restanza. */
export function lockFile(version) {
  return {
    "package-lock.json": json({
      name: "shop",
      lockfileVersion: 3,
      requires: true,
      packages: {
        "": { name: "shop", workspaces: ["packages/*"] },
        ...Object.fromEntries(
          ["boxes", "lids"].flatMap((name) => [
            [`node_modules/${name}`, { resolved: `packages/${name}`, link: true }],
            [`packages/${name}`, { version: "1.0.0", devDependencies: { restanza: ">=0.1.0" } }],
          ]),
        ),
        "node_modules/restanza": {
          version,
          resolved: "restanza.tgz",
          integrity: `sha512-${version}`,
          dev: true,
        },
      },
    }),
  };
}

/** The files of the repository; those of an engine beside them. */
export function workspaceFiles(own) {
  const files = {
    ...lockFile("0.1.0"),
    ".gitignore": "node_modules\ngenerated\n.turbo\n.nx\n",
    "package.json": json({
      name: "shop",
      private: true,
      packageManager: "npm@11.0.0",
      workspaces: ["packages/*"],
    }),
  };
  for (const name of ["boxes", "lids"]) {
    const at = `packages/${name}`;
    files[`${at}/package.json`] = json({
      name,
      version: "1.0.0",
      private: true,
      type: "module",
      scripts: { "generate:api": "restanza generate" },
      devDependencies: { restanza: ">=0.1.0" },
    });
    files[`${at}/restanza.config.ts`] = config;
    files[`${at}/src/main.ts`] = "export const main = 1;\n";
    files[`${at}/api-ref/source/index.rst`] = docs(name, `samples/${name}.json`);
    files[`${at}/api-ref/source/parameters.yaml`] =
      `${name}:\n  in: body\n  type: array\n  description: All.\n`;
  }
  files["packages/lids/api-ref/source/samples/lids.json"] = '{ "lids": [{ "id": "1" }] }\n';
  return { ...files, ...own };
}

/** Makes a repository of these files in a new folder, with what it needs in node_modules. */
export function makeWorkspace(folder, files, tools) {
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(
    folder,
    "-c",
    "user.name=t",
    "-c",
    "user.email=t@example.org",
    "commit",
    "--quiet",
    "--message=first",
  );
  link(folder, tools);
}

/** Clones a repository, as another machine would. */
export function clone(from, to, tools) {
  git(dirname(to), "clone", "--quiet", from, to);
  link(to, tools);
}

/** What `npm ci` would do: the tools of the engine, and restanza. */
function link(folder, { modules, restanza }) {
  const own = join(folder, "node_modules");
  mkdirSync(join(own, ".bin"), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== ".bin" && name !== ".package-lock.json")
      symlinkSync(join(modules, name), join(own, name));
  symlinkSync(restanza, join(own, "restanza"));
  symlinkSync(join(restanza, "dist", "cli.js"), join(own, ".bin", "restanza"));
  for (const name of ["boxes", "lids"]) symlinkSync(join("..", "packages", name), join(own, name));
}

export function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The texts of all generated files of a package, as one. */
export function outputOf(folder, name) {
  const out = join(folder, "packages", name, "generated");
  const paths = readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
  return paths
    .filter((path) => statSync(join(out, path)).isFile())
    .map((path) => `${path}\n${readFileSync(join(out, path), "utf8")}`)
    .join("\n");
}

function git(folder, ...words) {
  execFileSync("git", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

export function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
