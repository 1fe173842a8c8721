import {
  type ChangedResource,
  type ChangeRow,
  changesPage,
  type Step,
  type StepsPage,
} from "../changes/steps.js";
import { words } from "../words.js";
import { code, plain } from "./lines.js";
import { twinOf } from "./twins.js";

/** The Markdown of a page of changes. */
export function changesTwin({ path, steps }: StepsPage, all: readonly StepsPage[]): string {
  const others = all
    .filter((page) => page.path !== path)
    .map((page) => {
      const [last, first] = [page.steps[0]?.version ?? "", page.steps.at(-1)?.version ?? ""];
      return `- [${words.between(first, last)}](${twinOf(page.path)})`;
    });
  const parts = [
    `# ${words.changes}`,
    ...(path === changesPage ? [words.changesAbout] : []),
    ...steps.map(stepText),
    ...(others.length === 0 ? [] : [others.join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function stepText({ version, resources }: Step): string {
  return [`## ${version}`, ...resources.map(resourceText)].join("\n\n");
}

function resourceText({ page, title, rows }: ChangedResource): string {
  return `### [${plain(title)}](${twinOf(page)})\n\n${rows.map(rowText).join("\n")}`;
}

function rowText({ verdict, message, places }: ChangeRow): string {
  const said = message
    .split("`")
    .map((piece, index) => (index % 2 === 1 ? code(piece) : plain(piece)))
    .join("");
  const titles = places.map(({ title }) => plain(title)).join(", ");
  return `- **${words.verdicts[verdict]}** ${said} (${titles})`;
}
