// No link within a site leads nowhere, and no page has an id twice: of all services that are here.
import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { makeSite, pagesIn } from "./sites.mjs";
import { attribute } from "./tags.mjs";

export async function run({ places, server, check }) {
  const spec = join(server.folder, "spec");
  const sites = [["spec", spec], ...corporaSites(places)];
  for (const [name, folder] of sites) {
    const pages = pagesIn(folder);
    const ids = new Map([...pages].map(([path, text]) => [path, attribute(text, "id")]));
    const twice = [...ids].flatMap(([path, all]) =>
      all.filter((id, at) => all.indexOf(id) !== at).map((id) => `${path}#${id}`),
    );
    check(`${name}: no id is twice on a page`, twice.length === 0, twice.slice(0, 10));
    const known = new Map([...ids].map(([path, all]) => [path, new Set(all)]));
    const dead = [...pages].flatMap(([path, text]) => deadLinks(folder, path, text, known));
    check(`${name}: ${pages.size} pages, no link is dead`, dead.length === 0, dead.slice(0, 20));
  }
}

/** The sites of all corpora; made once, kept beside the others. */
export function corporaSites({ corpora, temporary }) {
  if (corpora === undefined) return [];
  return readdirSync(corpora)
    .sort()
    .map((name) => {
      const folder = join(temporary, "sites", name);
      if (!existsSync(folder)) makeSite(join(corpora, name), folder);
      return [name, folder];
    });
}

function deadLinks(folder, path, text, known) {
  const links = new Set([...attribute(text, "href"), ...attribute(text, "src")]);
  return [...links].flatMap((link) => {
    if (/^(?:[a-z]+:|\/\/)/i.test(link)) return [];
    const [before = "", id = ""] = link.split("#");
    const [to = ""] = before.split("?");
    const target = to === "" ? path : posix.join(posix.dirname(path), decodeURI(to));
    const isThere = known.has(target) || existsSync(join(folder, target));
    const ids = known.get(target);
    if (isThere && (id === "" || ids === undefined || ids.has(decoded(id)))) return [];
    return [`${path}: ${link}`];
  });
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
