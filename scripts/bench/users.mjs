// What the output costs its users: files that call five operations and all of them, with each of the
// clients, and a module that calls one.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** A project per client: what its files are called with how many operations. */
export function projects({ home, ours, types, heyApi }) {
  return [
    project(join(home, "users-restanza"), "restanza", callsOfOurs(ours)),
    project(join(home, "users-fetch"), "openapi-typescript + openapi-fetch", callsOfFetch(types)),
    project(join(home, "users-hey-api"), "hey-api", callsOfHeyApi(heyApi)),
  ];
}

function project(folder, name, { head, calls }) {
  mkdirSync(folder, { recursive: true });
  const five = [0, 1, 2, 3, 4].flatMap((at) => calls[Math.floor((at * calls.length) / 5)] ?? []);
  const write = (file, some) => {
    const heads = new Set([...some.flatMap((one) => one.head ?? []), head]);
    const body = some.map(({ call }, at) => `  ${call(`r${at}`)}`);
    const lines = [...heads, "export async function use() {", ...body, "}", ""];
    writeFileSync(join(folder, `${file}.ts`), lines.join("\n"));
  };
  write("five", five);
  write("all", calls);
  write("one", calls.slice(0, 1));
  return { name, folder, calls: calls.length };
}

/**
 * Every answer is awaited and narrowed, and its body is read. Each function comes from the module of
 * its chapter, as the README has it.
 */
function callsOfOurs(folder) {
  const client = join(folder, "client");
  const bound = readFileSync(join(client, "bound.ts"), "utf8");
  const service = /from "\.\/([\w-]+)\.js";\nimport \* as/.exec(bound)?.[1] ?? "";
  const create = /export function (create\w+Client)/.exec(
    readFileSync(join(client, `${service}.ts`), "utf8"),
  )?.[1];
  const modules = [...bound.matchAll(/import \* as (\w+) from "\.\/([\w-]+)\.js"/g)];
  const path = (module) => JSON.stringify(join(client, `${module}.js`));
  const head = `import { ${create} } from ${path(service)};\nconst client = ${create}({ endpoint: "https://x.test", token: "t" });`;
  const calls = modules.flatMap(([, as, module]) => {
    const text = readFileSync(join(client, `${module}.ts`), "utf8");
    return [...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => ({
      head: `import * as ${as} from ${path(module)};`,
      call: (result) =>
        `const ${result} = await ${as}.${name}(client, {} as any); if (${result}.ok) void ${result}.body;`,
    }));
  });
  return { head, calls };
}

function callsOfFetch(types) {
  const document = JSON.parse(readFileSync(types.replace(/\.ts$/, ".json"), "utf8"));
  const methods = ["get", "put", "post", "delete", "head", "patch"];
  const pairs = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => [method.toUpperCase(), path]),
  );
  const head = `import createClient from "openapi-fetch";\nimport type { paths } from ${JSON.stringify(types)};\nconst client = createClient<paths>({ baseUrl: "https://x.test" });`;
  const call =
    ([method, path]) =>
    (result) =>
      `const ${result} = await client.${method}(${JSON.stringify(path)}, {} as any); if (${result}.data) void ${result}.data;`;
  return { head, calls: pairs.map((pair) => ({ call: call(pair) })) };
}

function callsOfHeyApi(folder) {
  const text = readFileSync(join(folder, "sdk.gen.ts"), "utf8");
  const names = [...text.matchAll(/^export const (\w+) = </gm)].map(([, name]) => name);
  const head = `import * as api from ${JSON.stringify(join(folder, "sdk.gen.js"))};`;
  const call = (name) => (result) =>
    `const ${result} = await api.${name}({} as any); if (${result}.data) void ${result}.data;`;
  return { head, calls: names.map((name) => ({ call: call(name) })) };
}

/** The configuration that compiles `file` of a project. */
export function tsconfig(folder, file, modules) {
  const path = join(folder, `tsconfig.${file}.json`);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    types: [],
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    paths: { "openapi-fetch": [join(modules, "openapi-fetch")] },
  };
  writeFileSync(path, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
  return path;
}

/** Bytes of a module that calls one operation, bundled and minified. */
export async function bundled(folder, modules) {
  const source = readFileSync(join(folder, "one.ts"), "utf8");
  // A namespace import keeps everything alive in nothing: bundlers see through it.
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    nodePaths: [modules],
    write: false,
  });
  return outputFiles[0].contents.length;
}
