import { wellFormed } from "./finding.js";

/** Sizes of the picture, in the units of its view box. */
const cell = { width: 8.4, height: 19, margin: 16, font: 14 };

/** What a code of `coloured` is called in the style sheet of the picture. */
const classes: Readonly<Record<string, string>> = {
  1: "bold",
  2: "dim",
  31: "red",
  33: "yellow",
  36: "cyan",
};

const style = `
    text { font: ${cell.font}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; white-space: pre; }
    .frame { fill: #f6f8fa; stroke: #d0d7de; }
    .bold { font-weight: bold; }
    .dim { fill: #59636e; }
    .red { fill: #b3131c; }
    .yellow { fill: #7d4e00; }
    .cyan { fill: #0b5f79; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .frame { fill: #0d1117; stroke: #30363d; }
      .dim { fill: #9198a1; }
      .red { fill: #ff8780; }
      .yellow { fill: #e3b341; }
      .cyan { fill: #76d7ea; }
    }
  `;

/**
 * What a terminal shows as an SVG 1.1 picture, readable in light and dark: a line of text a row, the
 * colours of `coloured` as classes. The same words give the same bytes.
 */
export function picture(shown: string, title: string): string {
  const lines = shown.replace(/\n$/, "").split("\n");
  const columns = Math.max(...lines.map((line) => [...bare(line)].length));
  const width = Math.ceil(columns * cell.width) + 2 * cell.margin;
  const height = lines.length * cell.height + 2 * cell.margin;
  const rows = lines.map((line, index) => {
    const y = cell.margin + (index + 1) * cell.height - 5;
    return line === "" ? "" : `  <text x="${cell.margin}" y="${y}">${spans(line)}</text>\n`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${xml(title)}">\n` +
    `  <title>${xml(title)}</title>\n  <style>${style}</style>\n` +
    `  <rect class="frame" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>\n` +
    `${rows.join("")}</svg>\n`
  );
}

const sequence = /\u001b\[(\d+)m/;

function bare(line: string): string {
  return line
    .split(sequence)
    .filter((_, index) => index % 2 === 0)
    .join("");
}

/** Pieces stand at even places, the code that begins each before it. */
function spans(line: string): string {
  const pieces = line.split(sequence);
  let made = "";
  for (let index = 0; index < pieces.length; index += 2) {
    const words = pieces[index] ?? "";
    const name = classes[pieces[index - 1] ?? ""];
    if (words === "") continue;
    made += name === undefined ? xml(words) : `<tspan class="${name}">${xml(words)}</tspan>`;
  }
  return made;
}

/** Spaces at the ends of a piece would be lost: not all viewers know `white-space`. */
function xml(words: string): string {
  return wellFormed(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(" ", "\u00a0");
}
