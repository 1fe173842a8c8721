import { templateText } from "../../emit/render.js";

/** The script that pages have only while they are served: it reloads a page that was changed. */
const liveScript = "assets/live.js";

export function liveText(path: string): string | undefined {
  return path === liveScript ? templateText(`site/${liveScript}`) : undefined;
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webp: "image/webp",
  yaml: "application/yaml; charset=utf-8",
};

/** The media type of a file of a site, by its ending. */
export function mediaTypeOf(path: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "html";
  return types[ending] ?? "application/octet-stream";
}

/** A page with the script that reloads it once it is another than in this edition; any other file as it is. */
export function withLiveScript(path: string, text: string, edition: string): string {
  if (!mediaTypeOf(path).startsWith("text/html")) return text;
  const root = /data-root="([./]*)"/.exec(text)?.[1] ?? "";
  const script = `<script src="${root}${liveScript}" data-edition="${edition}" defer></script>`;
  return text.replace("</head>", `${script}\n</head>`);
}
