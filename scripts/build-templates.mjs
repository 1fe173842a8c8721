// A plugin of esbuild for whatever bundles the program as the package has it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const folder = fileURLToPath(new URL("../templates", import.meta.url));

/** Puts the templates into a bundle as functions, so that their compiler is not loaded to run. */
export const compiledTemplates = { name: "templates", setup: compileTemplates };

function compileTemplates(build) {
  build.onLoad({ filter: /[/\\]emit[/\\]precompiled\.ts$/ }, () => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".hbs"))
      .map((name) => name.slice(0, -".hbs".length).replaceAll("\\", "/"))
      .sort();
    const members = names.map((name) => {
      const text = readFileSync(join(folder, `${name}.hbs`), "utf8");
      return `${JSON.stringify(name)}: ${Handlebars.precompile(text, { noEscape: true, strict: true })}`;
    });
    return {
      contents: `export const precompiled = {\n${members.join(",\n")},\n};\n`,
      loader: "js",
    };
  });
}
