// Sphinx with os-api-ref, as OpenStack publishes with, on a copy of a tree.
import { spawnSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const python = "/usr/bin/python3";

/** The versions of what is needed, or `undefined` where some of it is not installed. */
export function sphinxVersions() {
  const program = `
import sphinx
from importlib.metadata import version
import openstackdocstheme, os_api_ref
print(sphinx.__version__, version("os-api-ref"))
`;
  const { status, stdout } = spawnSync(python, ["-c", program], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const [sphinx, reference] = stdout.trim().split(" ");
  return { Sphinx: sphinx, "os-api-ref": reference };
}

const configuration = `
extensions = ["os_api_ref", "openstackdocstheme"]
html_theme = "openstackdocs"
html_theme_options = {"sidebar_mode": "toc"}
openstackdocs_auto_name = False
openstackdocs_auto_version = False
project = "API"
version = release = "1"
`;

/** Copies `tree` to `folder` and makes it what Sphinx needs: a git repository with a conf.py. */
export function sphinxTree(tree, folder) {
  cpSync(tree, folder, { recursive: true });
  writeFileSync(join(folder, "api-ref", "source", "conf.py"), configuration);
  const git = (...words) =>
    spawnSync("git", ["-c", "user.name=x", "-c", "user.email=x@x", ...words], { cwd: folder });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "x");
}

/** The command that builds the HTML of such a tree, from nothing. */
export function sphinxCommand(folder, out) {
  rmSync(out, { recursive: true, force: true });
  return [
    python,
    "-m",
    "sphinx",
    "-q",
    "-b",
    "html",
    "-d",
    join(out, "doctrees"),
    join(folder, "api-ref", "source"),
    join(out, "html"),
  ];
}
