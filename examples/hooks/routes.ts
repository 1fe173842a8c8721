import {
  type ApiModel,
  type Emitter,
  jsdoc,
  literal,
  memberName,
  type OperationModel,
} from "restanza";

/** Writes `routes/index.ts`: method, path and microversions of every operation, by its name. */
export const routes: Emitter = {
  name: "routes",
  plan: async (model) => [{ path: "routes/index.ts", text: textOf(model) }],
};

function textOf({ title, chapters }: ApiModel): string {
  const operations = chapters.flatMap((chapter) => chapter.operations);
  return [
    jsdoc(`The routes of ${title}, by the operation.`),
    "export const routes = {\n",
    ...operations.map(routeOf),
    "} as const;\n\n",
    "export type RouteName = keyof typeof routes;\n",
  ].join("");
}

/** The docs may hold anything: their words go into code through literal, memberName and jsdoc alone. */
function routeOf({ operationId, title, method, path, bounds }: OperationModel): string {
  const members = [
    `method: ${literal(method)}`,
    `path: ${literal(path)}`,
    ...(bounds.min === undefined ? [] : [`since: ${literal(bounds.min)}`]),
    ...(bounds.max === undefined ? [] : [`until: ${literal(bounds.max)}`]),
  ];
  return `${jsdoc(title, 2)}  ${memberName(operationId)}: { ${members.join(", ")} },\n`;
}
