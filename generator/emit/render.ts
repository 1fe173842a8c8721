import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Handlebars from "handlebars";
import { precompiled } from "./precompiled.js";

/**
 * Where the templates are: beside the package, both from `generator/` and from `dist/`.
 * The only reading of files here; templates and runtimes are part of the program, not input.
 */
const folder = new URL("../templates/", import.meta.url);
const fromSources = new URL("../../templates/", import.meta.url);

const texts = new Map<string, string>();
const compiled = new Map<string, Handlebars.TemplateDelegate>();

/** The text of a file below `templates/`, such as `client/runtime/runtime.ts`. */
export function templateText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(name, here), "utf8");
  texts.set(name, text);
  return text;
}

const here = import.meta.url.endsWith(".ts") ? fromSources : folder;

/**
 * `templates/NAME.hbs` filled with a view. Nothing is escaped: views hold only `Text`, numbers and
 * booleans, made safe by `text.ts`. A name that the view lacks is an error, not an empty place.
 */
export function render(name: string, view: object): string {
  let template = compiled.get(name);
  if (template === undefined) {
    template = templateOf(name);
    compiled.set(name, template);
  }
  return template(view);
}

/** The compiler is loaded only where the sources are run: the package has its templates compiled. */
function templateOf(name: string): Handlebars.TemplateDelegate {
  const require = createRequire(import.meta.url);
  const specification = precompiled[name];
  if (specification !== undefined) {
    const runtime: typeof Handlebars = require("handlebars/runtime.js");
    return runtime.template(specification);
  }
  const compiler: typeof Handlebars = require("handlebars");
  return compiler.compile(templateText(`${name}.hbs`), { noEscape: true, strict: true });
}

/**
 * A template of the user's, which is filled as ours are. What is wrong in it is thrown when it is
 * filled.
 */
export function compileTemplate(text: string): Handlebars.TemplateDelegate {
  const compiler: typeof Handlebars = createRequire(import.meta.url)("handlebars");
  return compiler.compile(text, { noEscape: true, strict: true });
}

/** The names of all templates of an emitter, `parts/footer` for `templates/site/parts/footer.hbs`. */
export function templateNames(emitter: string): readonly string[] {
  return namesIn(emitter, ".hbs");
}

/** The names of all modules below a folder of `templates/`, `session/grant` for `FOLDER/session/grant.ts`. */
export function moduleNames(below: string): readonly string[] {
  return namesIn(below, ".ts");
}

function namesIn(below: string, ending: string): readonly string[] {
  const paths = readdirSync(new URL(`${below}/`, here), { recursive: true, encoding: "utf8" });
  return paths
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(ending))
    .map((path) => path.slice(0, -ending.length))
    .sort();
}
