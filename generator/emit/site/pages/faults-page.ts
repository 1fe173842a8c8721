import { schemaReference } from "../../../openapi/references.js";
import { escaped, fragment, type Html, joinHtml } from "../../html.js";
import { bodyHtml, typesHtml } from "../body/member-html.js";
import { shapeOf } from "../body/shape.js";
import { pageOf } from "../page.js";
import { part } from "../part.js";
import { faultsPage, type Site } from "../site.js";
import { words } from "../words.js";
import { frameHtml, titleHtml } from "./frame.js";

/** The bodies of all faults, once for the whole service. */
export function faultsPageOf(site: Site): string {
  const { faults, schemas } = site.model;
  const names = [...new Set(Object.values(faults))].filter((name) => schemas[name] !== undefined);
  const page = pageOf(site, faultsPage);
  const sections = names.map((name): Html => {
    const shape = shapeOf({ $ref: schemaReference(name) }, schemas);
    const codes = Object.entries(faults).filter(([, fault]) => fault === name);
    return part("fault", {
      id: escaped(page.id(name)),
      href: fragment(name),
      title: escaped(name),
      codes: escaped(
        codes
          .map(([code]) => code)
          .filter((code) => code !== "default")
          .join(", "),
      ),
      types: typesHtml(shape),
      about: page.prose(schemas[name]?.description, 2),
      body: bodyHtml(page, shape, `${name}/`),
    });
  });
  const html = joinHtml([
    titleHtml(escaped(words.faults)),
    part("prose", { content: escaped(words.faultsAbout) }),
    ...sections,
  ]);
  return frameHtml(page, { title: words.faults, about: words.faultsAbout, html });
}
