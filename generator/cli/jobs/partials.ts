import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "../../config/configuration-error.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { templateNames } from "../../emit/render.js";

/** Templates of the user's for parts of the site. */
export interface Partials {
  /** Their texts by the name of the part: `parts/footer`. */
  readonly texts: Readonly<Record<string, string>>;
  /** Every file that was looked for, one for each part that there is. */
  readonly looked: readonly string[];
}

/**
 * Reads the templates in `folder`, `parts/footer.hbs` and so on: each takes the place of the part
 * of its name. Throws a `ConfigurationError` where there is no folder, or no part of a name.
 */
export function partialsIn(folder: string): Partials {
  const known = templateNames("site");
  const files = templatesIn(folder);
  const unknown = files.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ConfigurationError(
      `${join(folder, unknown)}.hbs takes the place of nothing: the site has no part "${unknown}".` +
        `${didYouMean(unknown, known)} Its parts are ${known.join(", ")}.`,
    );
  return {
    texts: Object.fromEntries(
      files.map((name) => [name, readFileSync(join(folder, `${name}.hbs`), "utf8")]),
    ),
    looked: known.map((name) => join(folder, `${name}.hbs`)),
  };
}

function templatesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".hbs"))
      .map((path) => path.slice(0, -".hbs".length))
      .sort();
  } catch {
    throw new ConfigurationError(
      `docs.partials: there is no folder ${folder}, in which templates for parts of the site are.`,
    );
  }
}
