import type { Html } from "../html.js";
import { compileTemplate, render } from "../render.js";
import { PartialFailure } from "../partial-failure.js";

/** What a view may hold: markup, and what a template asks whether it is there. */
export type View = Readonly<
  Record<string, Html | boolean | number | undefined | readonly (Html | object)[]>
>;

/** Texts of templates by the name of the part whose place they take: `parts/footer`. */
export type Partials = Readonly<Record<string, string>>;

/** What parts are filled with while `withPartials` runs; ours where there is none of a name. */
let own: ReadonlyMap<string, (view: View) => string> = new Map();

/**
 * Fills these templates instead of ours as long as `make` runs, which is not async. Throws a
 * `PartialFailure` where one of them cannot be filled.
 */
export function withPartials<Made>(partials: Partials | undefined, make: () => Made): Made {
  const before = own;
  own = new Map(Object.entries(partials ?? {}).map(([name, text]) => [name, filler(name, text)]));
  try {
    return make();
  } finally {
    own = before;
  }
}

/** `templates/site/NAME.hbs` filled. What stands in a view is markup already: see `html.ts`. */
export function part(name: string, view: View): Html {
  const text = own.get(name)?.(view) ?? render(`site/${name}`, view);
  return text.trimEnd() as Html;
}

function filler(name: string, text: string): (view: View) => string {
  const template = compileTemplate(text);
  return (view) => {
    try {
      return template(view);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const names = Object.keys(view).sort().join(", ");
      throw new PartialFailure(
        `The template for ${name} cannot be filled: ${reason.trim()}. It may show ${names}.`,
      );
    }
  };
}
