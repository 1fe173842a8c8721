// Measures one service: generates from its tree, asks every judge, and gives flat figures such as
// `openapi.ops`. A figure that has nothing to count is null.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judge } from "./judges.mjs";
import { run } from "./processes.mjs";

const validator = new URL("./validate.mjs", import.meta.url).pathname;

/** Recordings of real services, by the service whose document they are held against. */
const recordings = {
  keystone: ["keystone.json"],
  glance: ["glance.json"],
  placement: ["placement.json"],
  nova: ["nova-images.json", "nova-flavors.json", "nova-versions.json"],
  "neutron-lib": ["neutron.json"],
  manila: ["manila.json"],
  swift: ["swift.json"],
};

/** The microversions that documents are projected to. */
const projections = { nova: ["2.1", "2.53", "2.96"] };

const floor = (ok, all) => (all > 0 ? Math.floor((1000 * ok) / all) / 10 : null);

/** All figures of `service`, and what went wrong on the way. */
export async function measure(service, context) {
  const figures = {};
  const errors = [];
  const home = join(context.home, service);
  const here = { ...context, reports: join(home, "reports") };
  mkdirSync(home, { recursive: true });
  const truth = join(context.shared, "judge", "truth", `${service}.json`);
  const tree = join(context.shared, "corpora", service);
  const note = (report) => {
    if (report.error !== undefined) errors.push(report.error);
    return report.error === undefined ? report : undefined;
  };

  const tasks = [];
  if (context.parts.has("document")) {
    const made = await document(service, tree, join(home, "out"), here, figures);
    if (made.error !== undefined) errors.push(made.error);
    if (made.document !== undefined) {
      const at = made.document;
      tasks.push(openapi(truth, at, here, figures, note));
      tasks.push(samples(truth, tree, at, here, figures, note));
      if (service in recordings) tasks.push(reality(service, at, here, figures, note));
      if (context.parts.has("validators")) tasks.push(validators(at, here, figures, errors));
      if (context.parts.has("versions")) {
        tasks.push(versions(service, tree, truth, at, home, here, figures, note));
      }
      if (context.parts.has("types")) tasks.push(types(made.folder, here, figures, note));
    }
  }
  if (context.parts.has("holdout")) {
    tasks.push(holdout(service, tree, truth, home, here, figures, errors));
  }
  await Promise.all(tasks);
  return { service, figures, errors };
}

/** The document to judge: made now, or given. */
async function document(service, tree, out, context, figures) {
  if (context.documents !== undefined) {
    const names = ["json", "yaml", "yml"].flatMap((end) => [
      join(context.documents, service, `openapi.${end}`),
      join(context.documents, `${service}.${end}`),
    ]);
    const found = names.find((name) => existsSync(name));
    if (found === undefined) return { error: `no document of ${service} was given` };
    return { document: found, folder: join(context.documents, service) };
  }
  const whole = context.parts.has("types");
  const made = await generate(tree, out, whole ? [] : context.openapiOnly, context);
  figures["generate.seconds"] = Math.round(made.seconds * 10) / 10;
  return made;
}

/** Runs the generator; the error says its last words. */
async function generate(tree, out, words, context) {
  rmSync(out, { recursive: true, force: true });
  const [command, ...first] = context.cli;
  const ran = await context.pass(() =>
    run(command, [...first, "generate", tree, "--out", out, ...words], { cwd: context.repository }),
  );
  const at = join(out, "openapi.json");
  mkdirSync(context.reports, { recursive: true });
  writeFileSync(join(context.reports, "generate.txt"), ran.output);
  if (ran.code === 0 && existsSync(at)) {
    return { document: at, folder: out, seconds: ran.seconds };
  }
  const lines = ran.output.trim().split("\n");
  const said = lines.find((line) => /error|restanza:/i.test(line)) ?? lines.at(-1) ?? "";
  return { error: `generate ${tree} gave ${ran.code}: ${said}`, seconds: ran.seconds };
}

async function openapi(truth, at, context, figures, note) {
  const report = note(await judge(context, "openapi", "judge-openapi", [truth, at]));
  if (!report) return;
  const names =
    "ops distinct path query header resp-header success error sane reqbody respbody own";
  for (const name of [...names.split(" "), "required", "types", "names", "total"]) {
    const empty = report.sums[name] !== undefined && report.sums[name][1] === 0;
    figures[`openapi.${name}`] = empty ? null : report.figures[name];
  }
}

async function samples(truth, tree, at, context, figures, note) {
  const report = note(await judge(context, "samples", "judge-samples", [truth, tree, at]));
  if (!report) return;
  for (const name of ["asis", "closed", "concrete"])
    figures[`samples.${name}`] = report.figures[name];
}

async function reality(service, at, context, figures, note) {
  const files = recordings[service].map((name) => join(context.shared, "real", "recordings", name));
  const [strict, loose] = await Promise.all([
    judge(context, "reality", "judge-reality", [...files, at]),
    judge(context, "reality-loose", "judge-reality", [...files, at, "--loose"]),
  ]);
  const put = (report, names) => {
    for (const name of names) {
      const [ok, all] = report.counts[name];
      figures[`reality.${name}`] = floor(ok, all);
    }
  };
  if (note(strict))
    put(strict, ["known", "status", "body", "closed", "request", "query", "format"]);
  if (note(loose)) put(loose, ["faults"]);
}

/** All but the runtimes, which are the same in every output: what they say is not said by the docs. */
function withoutRuntimes(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".ts"));
  const copied = files.filter((file) =>
    /^\/\/ [^\n]*\bcopied\b/i.test(readFileSync(join(folder, file), "utf8")),
  );
  return `^(?!(${copied.map((file) => file.replaceAll(".", "\\.")).join("|")})$)`;
}

async function versions(service, tree, truth, at, home, context, figures, note) {
  const report = note(await judge(context, "versions", "judge-versions", [truth, at, "--prose"]));
  if (report) {
    for (const name of ["bound", "precision"]) {
      const [ok, all] = report.sums[name];
      figures[`versions.${name}`] = floor(ok, all);
    }
  }
  if (context.documents !== undefined) return;
  for (const version of projections[service] ?? []) {
    const words = [...context.openapiOnly, "--microversion", version];
    const made = note(await generate(tree, join(home, `at-${version}`), words, context));
    if (!made) continue;
    const words_ = [truth, made.document, "--at", version, "--prose"];
    const projected = note(await judge(context, `versions-${version}`, "judge-versions", words_));
    if (projected) figures[`versions.at ${version}`] = projected.figures.total;
  }
}

async function types(folder, context, figures, note) {
  // What was generated imports fastify and the like as a user's project would find them, and
  // TypeScript looks for the types of Node from where it runs.
  const modules = join(folder, "..", "node_modules");
  if (!existsSync(modules)) symlinkSync(join(context.repository, "node_modules"), modules);
  const report = note(
    await judge(
      context,
      "ts",
      "judge-ts",
      [folder, "--node", "--only", withoutRuntimes(folder)],
      folder,
    ),
  );
  if (!report) return;
  figures["ts.concrete"] = report.figures.concrete;
  figures["ts.errors"] = report.errors;
  const loose = Object.entries(report.counts).filter(([kind]) => /(^| )(any|unknown)$/.test(kind));
  const count = loose.reduce((sum, [, n]) => sum + n, 0);
  figures["ts.any or unknown"] =
    report.props > 0 ? Math.ceil((1000 * count) / report.props) / 10 : null;
}

async function validators(at, context, figures, errors) {
  const ran = await context.pass(() => run("node", [validator, at, "--json"]));
  try {
    const found = JSON.parse(ran.output);
    figures["validators.redocly"] = found.redocly.length;
    figures["validators.ajv"] = found.ajv.length;
    const lines = [...found.redocly, ...found.ajv].join("\n");
    writeFileSync(join(context.reports, "validators.txt"), `${lines}\n`);
  } catch {
    errors.push(`validators: ${ran.output.trim().split("\n").at(-1)}`);
  }
}

/** Five trees, each of which has lost all samples of every fifth operation; counts pooled. */
async function holdout(service, tree, truth, home, context, figures, errors) {
  const folds = Array.from({ length: 5 }, (_, fold) => fold);
  const pooled = { placed: [0, 0], typed: [0, 0], keys: [0, 0] };
  const misses = [];
  await Promise.all(
    folds.map(async (fold) => {
      const place = join(home, `fold-${fold}`);
      const tool = join(context.judges, "judge-holdout.mjs");
      const cut = await context.pass(() =>
        run("node", [tool, "make", truth, tree, join(place, "tree"), "--fold", String(fold)]),
      );
      if (cut.code !== 0) return errors.push(`holdout ${fold}: ${cut.output.trim()}`);
      const here = { ...context, reports: join(context.reports, `fold-${fold}`) };
      const made = await generate(
        join(place, "tree"),
        join(place, "out"),
        context.openapiOnly,
        here,
      );
      if (made.error !== undefined) return errors.push(made.error);
      const words = ["score", truth, tree, made.document, "--fold", String(fold)];
      const report = await judge(here, "holdout", "judge-holdout", words);
      if (report.error !== undefined) return errors.push(report.error);
      for (const [name, sum] of Object.entries(pooled)) {
        sum[0] += report.counts[name][0];
        sum[1] += report.counts[name][1];
      }
      misses.push(...report.misses.map((miss) => `fold ${fold}: ${miss}`));
      return rmSync(join(place, "tree"), { recursive: true, force: true });
    }),
  );
  if (existsSync(context.reports)) {
    writeFileSync(join(context.reports, "holdout-misses.txt"), `${misses.sort().join("\n")}\n`);
  }
  for (const [name, [ok, all]] of Object.entries(pooled))
    figures[`holdout.${name}`] = floor(ok, all);
}

/** The services below `corpora` that have a truth, in the order of their names. */
export function services(shared) {
  const truths = new Set(readdirSync(join(shared, "judge", "truth")));
  return readdirSync(join(shared, "corpora"))
    .filter((name) => truths.has(`${name}.json`))
    .sort();
}
