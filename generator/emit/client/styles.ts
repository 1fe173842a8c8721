import type { ApiModel, OperationModel, ParameterModel, StyleModel } from "../../openapi/model.js";
import type { Text } from "../text.js";
import { code, join, literal, memberName } from "../text.js";
import { width } from "./layout.js";
import type { ModuleScope } from "./module-scope.js";

/** The module beside the runtime that writes what is not written as is usual, and what it exports. */
export const stylesFile = "styles";
export const stylesValue = "styled";

const groups = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;

/** Whether an operation needs that module: then, and only then, it is loaded. */
function isStyled({ parameters }: OperationModel): boolean {
  return parameters.some((parameter) => styleOf(parameter) !== undefined);
}

function styleOf({ style, joined }: ParameterModel): StyleModel | undefined {
  return joined ? { kind: "form", explode: false, reserved: false } : style;
}

/** Whether any operation does: then the module is part of the output. */
export function hasStyles({ chapters }: ApiModel): boolean {
  return chapters.some(({ operations }) => operations.some(isStyled));
}

/** The member of the runtime's `Media` that says how parameters are written; none where all are as usual. */
export function stylesMember(
  operation: OperationModel,
  scope: ModuleScope,
): readonly Text<"code">[] {
  if (!isStyled(operation)) return [];
  const parts = Object.entries(groups).flatMap(([group, place]) => {
    const styles = operation.parameters.flatMap((parameter) => {
      const style = parameter.in === place ? styleOf(parameter) : undefined;
      return style ? [code`${memberName(parameter.name)}: ${literal(styleWord(style))}`] : [];
    });
    return styles.length > 0 ? [{ group: memberName(group), styles }] : [];
  });
  const name = scope.use(`./${stylesFile}.js`, stylesValue, "value");
  const flat = parts.map(({ group, styles }) => code`${group}: { ${join(styles, ", ")} }`);
  const line = code`...${name}({ ${join(flat, ", ")} })`;
  if (4 + line.length + 1 <= width) return [line];
  const lines = parts.map(({ group, styles }, index) => {
    const own = flat[index] ?? code``;
    if (6 + own.length + 1 <= width) return code`      ${own},\n`;
    const each = styles.map((style) => code`        ${style},\n`);
    return code`      ${group}: {\n${join(each, "")}      },\n`;
  });
  return [code`...${name}({\n${join(lines, "")}    })`];
}

/** The word of the runtime for a style: `+form*` is a form that is exploded and keeps reserved signs. */
function styleWord({ kind, explode, reserved }: StyleModel): string {
  return `${reserved ? "+" : ""}${kind}${explode ? "*" : ""}`;
}

/** The parameters that are cookies. */
export function cookiesOf({ parameters }: OperationModel): readonly ParameterModel[] {
  return parameters.filter((parameter) => parameter.in === "cookie");
}
