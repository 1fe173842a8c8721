import type { PlannedFile } from "../emitter.js";
import { templateText } from "../render.js";

/** The style sheet and the scripts of every page, copied as they stand. */
const names = ["site.css", "theme.js", "version.js", "page.js"];

export function copiedAssets(): readonly PlannedFile[] {
  return names.map((name) => ({
    path: `assets/${name}`,
    text: templateText(`site/assets/${name}`),
  }));
}
