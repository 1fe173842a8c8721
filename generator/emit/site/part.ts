import type { Html } from "../html.js";
import { render } from "../render.js";

/** What a view may hold: markup, and what a template asks whether it is there. */
export type View = Readonly<
  Record<string, Html | boolean | number | undefined | readonly (Html | object)[]>
>;

/** `templates/site/NAME.hbs` filled. What stands in a view is markup already: see `html.ts`. */
export function part(name: string, view: View): Html {
  return render(`site/${name}`, view).trimEnd() as Html;
}
