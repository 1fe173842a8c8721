import type { PlannedFile } from "../emitter.js";
import { escaped } from "../html.js";
import { copiedAssets } from "./assets.js";
import { part, type Partials, withPartials } from "./part.js";
import { policy } from "./pages/frame.js";
import { words } from "./words.js";

/** The page that leads to the sites of several services, with templates of the user's. */
export function landingFiles(
  services: readonly { readonly name: string; readonly title: string }[],
  partials?: Partials,
): readonly PlannedFile[] {
  return withPartials(partials, () => landing(services));
}

function landing(
  services: readonly { readonly name: string; readonly title: string }[],
): readonly PlannedFile[] {
  const links = services.map(({ name, title }) =>
    part("link", { href: escaped(`${name}/index.html`), words: escaped(title) }),
  );
  const text = part("landing", {
    language: escaped(words.language),
    policy: escaped(policy),
    title: escaped(words.services),
    links,
  });
  return [{ path: "index.html", text: `${text}\n` }, ...copiedAssets()];
}
