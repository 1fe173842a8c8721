import { posix } from "node:path";
import MarkdownIt, { type Token } from "markdown-it";
import { isRecord } from "../../../openapi/references.js";
import { type Html, nothing } from "../../html.js";

/** Where prose stands: how its links are written, and below which heading. */
export interface ProsePlace {
  /** What leads to the folder of the site: `../`. */
  readonly root: string;
  /** The level of the heading above: those in the prose come below it. */
  readonly level: number;
  /** The document that says it, as a path in the site: its links are as they are written there. */
  readonly document?: string;
  /** The ids of each document, by the path of its page: a link to another leads to the page. */
  readonly known?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The scheme of links within the site, which no page has. */
const ownScheme = /^site:(?![/\\])(?=[^:]*$|[^:#]*#)/;

/** A link that begins with no scheme: as the docs have it, within the document that says it. */
const relative = /^(?![a-z][a-z\d+.-]*:|[/\\])/i;

/**
 * CommonMark with tables, made markup by markdown-it. Raw HTML stays words (`html: false`), links
 * have the schemes of the web alone, and nothing is loaded from elsewhere: an image of a foreign
 * host becomes a link to it.
 */
const parser = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
const asked = (url: string) =>
  ownScheme.test(url) || /^(?:https?:|mailto:|#|[^:]*(?:$|[/?#]))/i.test(url);
parser.validateLink = (url) => asked(url.trim());

parser.core.ruler.push("site", (state) => {
  const place = placeOf(state.env);
  for (const token of state.tokens) {
    if (token.type === "heading_open" || token.type === "heading_close")
      token.tag = `h${Math.min(6, place.level + Number(token.tag.slice(1)))}`;
    for (const inner of token.children ?? []) {
      const href = attributeOf(inner, "href");
      if (ownScheme.test(href)) inner.attrSet("href", ownLink(href, place.root));
      else if (href !== "" && relative.test(href)) inner.attrSet("href", linkFrom(href, place));
    }
  }
});

parser.renderer.rules["image"] = (tokens, index, _options, env) => {
  const token = tokens[index];
  if (token === undefined) return "";
  const source = attributeOf(token, "src");
  const alt = parser.utils.escapeHtml(token.content);
  if (ownScheme.test(source)) {
    const own = parser.utils.escapeHtml(placeOf(env).root + source.replace(ownScheme, ""));
    return `<img src="${own}" alt="${alt}">`;
  }
  const link = parser.utils.escapeHtml(source);
  return `<a href="${link}">${alt === "" ? link : alt}</a>`;
};

/** markdown-it hands on whatever it was given beside the text. */
function placeOf(env: unknown): ProsePlace {
  const { root, level, document, known } = isRecord(env) ? env : {};
  return {
    root: typeof root === "string" ? root : "",
    level: typeof level === "number" ? level : 1,
    ...(typeof document === "string" && { document }),
    ...(known instanceof Map && { known }),
  };
}

/** `#id` and `../v2/index.html#id` of a document, as seen from another page. */
function linkFrom(href: string, { root, document, known }: ProsePlace): string {
  if (document === undefined) return href;
  const [, path = "", query = "", id = ""] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
  const target = path === "" ? document : posix.join(posix.dirname(document), path);
  const isThere = id !== "" && (known?.get(target)?.has(id) ?? true);
  return `${root}${target}${query}${isThere ? `#${id}` : ""}`;
}

function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

/** `site:v2/index#id` is a page: `v2/index.html#id`; `site:_static/x.pdf` a file. */
function ownLink(href: string, root: string): string {
  const [path = "", id] = href.replace(ownScheme, "").split("#", 2);
  const page = path === "" || /\.[a-z\d]+$/i.test(path) ? path : `${path}.html`;
  return `${page === "" ? "" : root}${page}${id === undefined ? "" : `#${id}`}`;
}

const known = new WeakMap<object, Map<string, Html>>();

/** Prose as markup. `owner`: what it is remembered with, since docs say the same at many places. */
export function proseHtml(owner: object, markdown: string | undefined, place: ProsePlace): Html {
  if (markdown === undefined || markdown.trim() === "") return nothing;
  const made = known.get(owner) ?? new Map<string, Html>();
  known.set(owner, made);
  const key = `${place.level} ${place.root} ${place.document} ${markdown}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const html = parser.render(markdown, { ...place }).trim() as Html;
  made.set(key, html);
  return html;
}

/** A sentence as markup that may stand in a line. */
export function inlineHtml(markdown: string, place: ProsePlace): Html {
  return parser.renderInline(markdown, { ...place }) as Html;
}
