import type {
  ApiModel,
  OperationModel,
  ParameterModel,
  StyleModel,
} from "../../../openapi/model.js";
import { code, literal, memberName } from "../../text.js";
import type { Doc, Safe } from "../../layout/doc.js";
import { list } from "../../layout/lists.js";
import type { ModuleScope } from "../../module-scope.js";
import { styleWord } from "../../style-word.js";

/** The module beside the runtime that writes what is not written as is usual, and what it exports. */
export const stylesFile = "styles";
export const stylesValue = "styled";

const groups = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;

/** Whether an operation needs that module: then, and only then, it is loaded. */
export function isStyled({ parameters }: OperationModel): boolean {
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
export function stylesMember(operation: OperationModel, scope: ModuleScope): readonly Doc<Safe>[] {
  if (!isStyled(operation)) return [];
  const parts = Object.entries(groups).flatMap(([group, place]) => {
    const styles = operation.parameters.flatMap((parameter) => {
      const style = parameter.in === place ? styleOf(parameter) : undefined;
      return style ? [code`${memberName(parameter.name)}: ${literal(styleWord(style))}`] : [];
    });
    return styles.length > 0 ? [list(code`${memberName(group)}: {`, styles, code`}`, true)] : [];
  });
  const name = scope.use(`./${stylesFile}.js`, stylesValue, "value");
  return [list(code`...${name}({`, parts, code`})`, true)];
}

/** The parameters that are cookies. */
export function cookiesOf({ parameters }: OperationModel): readonly ParameterModel[] {
  return parameters.filter((parameter) => parameter.in === "cookie");
}
