// The tags of a page of the site: it writes every value in double quotes, so nothing more is read.
const marks = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

export function attribute(page, key) {
  const found = page.matchAll(new RegExp(`<[a-z][a-z\\d]*(?: [^<>]*?)? ${key}="([^"]*)"`, "g"));
  return [...found].map(([, value]) => value.replace(/&(?:lt|gt|quot|#39|amp);/g, (m) => marks[m]));
}

/** How many elements a page has. */
export function elements(page) {
  return page.match(/<[a-z][a-z\d]*[ >]/g)?.length ?? 0;
}
