import type { SiteSettings } from "../emit/site/source.js";
import { isRecord, type Literal, readAssignments } from "../apiref/files/python-literals.js";

/** What conf.py says of the published pages, beside what the site shows: for the inventory. */
export interface ConfSettings {
  readonly site: SiteSettings;
  readonly version: string;
}

/**
 * The settings of Sphinx and of OpenStack's theme in a conf.py, which is read as text and never
 * run: what it computes is not known, and left out. An older theme had `repository_name`,
 * `bug_project` and `bug_tag`, in `html_context` or beside it; a `bug_project` that is a number is
 * one of StoryBoard (openstackdocstheme, `ext.py`).
 */
export function confSettings(text: string): ConfSettings {
  const known = readAssignments(text);
  const context = recordOf(known.get("html_context"));
  const options = recordOf(known.get("html_theme_options"));
  const said = (name: string): string | undefined =>
    textOf(known.get(`openstackdocs_${name}`)) ??
    textOf(known.get(oldNames[name] ?? name)) ??
    textOf(context[oldNames[name] ?? name]);
  const project = textOf(known.get("html_title")) ?? textOf(known.get("project"));
  const copyright = textOf(known.get("copyright")) ?? textOf(known.get("project_copyright"));
  const analytics =
    textOf(options["analytics_tracking_code"]) ?? textOf(options["analytics_ga_code"]);
  const storyboard = [known.get("openstackdocs_use_storyboard"), known.get("use_storyboard")];
  const bugs = bugAddress({
    repository: said("repo_name"),
    project: said("bug_project"),
    tag: said("bug_tag"),
    storyboard: storyboard.includes(true),
  });
  const licence = licenceOf(known, context);
  return {
    version: textOf(known.get("version")) ?? "",
    site: {
      ...(project !== undefined && { project }),
      ...(copyright !== undefined && { copyright }),
      ...(licence !== undefined && { licence }),
      ...(bugs !== undefined && { bugs }),
      ...(analytics !== undefined && { analytics }),
    },
  };
}

const oldNames: Readonly<Record<string, string>> = { repo_name: "repository_name" };

interface BugSettings {
  readonly repository: string | undefined;
  readonly project: string | undefined;
  readonly tag: string | undefined;
  readonly storyboard: boolean;
}

/** Where the theme sends those who found an error; a title and comment are the page's to add. */
function bugAddress({ repository, project, tag, storyboard }: BugSettings): string | undefined {
  if (project !== undefined && /^\d+$/.test(project)) return `${storyboardUrl}${project}`;
  if (storyboard) {
    const name = repository ?? project;
    return name === undefined ? undefined : `${storyboardUrl}${escaped(name)}`;
  }
  if (project === undefined) return undefined;
  const tags = tag === undefined ? "" : `?field.tags=${encodeURIComponent(tag)}`;
  return `https://bugs.launchpad.net/${escaped(project)}/+filebug${tags}`;
}

const storyboardUrl = "https://storyboard.openstack.org/#!/project/";

function escaped(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}

/** The licence that is named, or that the theme of OpenStack puts below every page. */
function licenceOf(
  known: ReadonlyMap<string, Literal>,
  context: Readonly<Record<string, Literal>>,
): SiteSettings["licence"] {
  const name = textOf(known.get("license")) ?? textOf(context["license"]);
  if (name !== undefined) {
    const url = textOf(context["license_url"]) ?? textOf(known.get("license_url"));
    return { name, ...(url !== undefined && { url }) };
  }
  if (textOf(known.get("html_theme")) !== "openstackdocs") return undefined;
  return {
    name: "Creative Commons Attribution 3.0 License",
    url: "https://creativecommons.org/licenses/by/3.0/",
  };
}

/** A text, or a number that stands for one; an empty one says nothing. */
function textOf(value: Literal): string | undefined {
  const text = typeof value === "number" ? `${value}` : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

function recordOf(value: Literal): Readonly<Record<string, Literal>> {
  return isRecord(value) ? value : {};
}
