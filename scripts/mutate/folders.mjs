// What can be mutated, and the tests that have to notice.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Tests that compare whole outputs with committed ones, or go over real trees, are no witnesses: a
 * mutant that only they notice is one that nobody could explain.
 */
const noWitness = [
  /^test\/corpora\//,
  /^test\/e2e\//,
  /^test\/pipeline\/contract\.test\.ts$/,
  /^test\/emit\/[^/]+\/fixture\//,
  /\.runs\.test\.ts$/,
];

/** Folder to mutate → its own tests. The runtimes are held by their own tests alone. */
const witnesses = {
  "templates/client/runtime": ["test/client-runtime"],
  "templates/server/runtime": ["test/server-runtime"],
  "generator/infer": ["test/infer", "test/scenarios", "test/cases"],
  "generator/openapi": ["test/openapi", "test/scenarios", "test/cases"],
  "generator/emit": ["test/emit", "test/scenarios"],
  "generator/rst": ["test/rst", "test/apiref", "test/diagnostics"],
  "generator/apiref": [
    "test/apiref",
    "test/rst",
    "test/diagnostics",
    "test/scenarios",
    "test/cases",
  ],
  "generator/diagnostics": ["test/diagnostics"],
  "generator/facts": ["test/facts", "test/infer"],
  "generator/source": ["test/source", "test/apiref"],
  "generator/config": ["test/config", "test/cli"],
  "generator/output": ["test/output", "test/cli"],
  "generator/scaffold": ["test/scaffold"],
  "generator/pipeline": ["test/pipeline", "test/cli"],
  "generator/cli": ["test/cli"],
};

/** Every folder that can be named, for help and for errors. */
export const folders = Object.keys(witnesses);

/** Whether `folder` can be mutated, or is a room inside of one that can. */
export const isKnown = (folder) => outerOf(folder) !== undefined;

/** The paths of the tests in `root` that are asked about `folder`, or about a room inside of one. */
export function testsOf(root, folder) {
  return witnesses[outerOf(folder)].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, encoding: "utf8" })
      .map((inner) => `${name}/${inner}`)
      .filter((path) => path.endsWith(".test.ts") && !noWitness.some((each) => each.test(path)))
      .sort(),
  );
}

const outerOf = (folder) =>
  folders.find((name) => folder === name || folder.startsWith(`${name}/`));
