// The real Sphinx: where it can be had, and what it makes of a tree.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
/** Debian's Python, which sees Debian's libraries. */
const python = "/usr/bin/python3";
const packages = ["python3-sphinx", "python3-os-api-ref", "python3-openstackdocstheme", "git"];

export function whyNot(corpora) {
  if (!existsSync(corpora)) return `there is no ${corpora}`;
  if (hasSphinx()) return undefined;
  if (process.getuid?.() !== 0) return "Sphinx is not installed, and only root may install it";
  if (spawnSync("apt-get", ["--version"]).status !== 0) return "there is no apt";
  return undefined;
}

export function installSphinx() {
  if (hasSphinx()) return;
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  if (spawnSync("apt-get", ["install", "-y", ...packages], options).status !== 0)
    throw new Error("Sphinx could not be installed");
}

function hasSphinx() {
  const modules = "import sphinx, os_api_ref, openstackdocstheme";
  return spawnSync(python, ["-c", modules], { stdio: "ignore" }).status === 0;
}

export function treesOf(corpora, only) {
  return readdirSync(corpora).filter((name) => only === undefined || only.includes(name));
}

/** The trees have no conf.py: what those of the services have in common. */
const conf = `extensions = ['os_api_ref', 'openstackdocstheme', 'sphinx.ext.extlinks']
extlinks = {'placement-doc': ('https://docs.openstack.org/placement/latest/%s', None)}
master_doc = 'index'
project = 'reference'
html_theme = 'openstackdocs'
html_theme_options = {'sidebar_mode': 'toc'}
`;

/** A file that the docs of a service include from its code. */
const outside = {
  cinder: {
    "cinder/api/openstack/rest_api_version_history.rst":
      "REST API Version History\n========================\n\n3.0\n---\n\nThe first version.\n",
  },
};

/** Builds a tree as a service's docs job does; the folder with the sources and that of the pages. */
export function buildWithSphinx(corpora, name, home) {
  const tree = join(home, name, "tree");
  const html = join(home, name, "sphinx");
  cpSync(join(corpora, name), tree, { recursive: true });
  chmodAll(tree);
  writeFileSync(join(tree, "api-ref/source/conf.py"), conf);
  for (const [path, text] of Object.entries(outside[name] ?? {})) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  // The theme asks git where it is.
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
  for (const words of [
    ["init", "-q"],
    ["add", "-A"],
    [...who, "commit", "-qm", "Docs"],
  ])
    run("git", ["-C", tree, ...words]);
  const doctrees = join(home, name, "doctrees");
  const words = ["-m", "sphinx", "-q", "-b", "html", "-d", doctrees];
  const { stderr } = run(python, [...words, join(tree, "api-ref/source"), html], { cwd: tree });
  rmSync(doctrees, { recursive: true, force: true });
  return {
    tree,
    html,
    said: stderr.split("\n").filter((line) => /WARNING|ERROR|CRITICAL/.test(line)),
  };
}

function chmodAll(folder) {
  run("chmod", ["-R", "u+w", folder]);
}

/** What a program of this folder prints, as JSON. */
export function askPython(script, words, input) {
  const { stdout } = run(python, [join(here, script), ...words], { input });
  return JSON.parse(stdout);
}

export function run(command, words, options = {}) {
  const done = spawnSync(command, words, { encoding: "utf8", maxBuffer: 2 ** 30, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}: ${done.stderr}`);
  return done;
}
