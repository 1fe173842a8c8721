import type { KnownTexts } from "../../collections/known-texts.js";
import type { ApiModel } from "../../openapi/model.js";
import type { Sources } from "./sources.js";
import type { WantedCheck } from "../checks/validators.js";
import { checkCode } from "../checks/validators.js";

/** The module of the checks of requests. Its code is Ajv's, so the compiler passes it by. */
export async function validatorsText(
  model: ApiModel,
  wanted: readonly WantedCheck[],
  sources: Sources,
  texts: KnownTexts,
): Promise<string> {
  const { text, helpers } = await checkCode(
    model,
    wanted,
    (name, value) => `export const ${name}: Check = ${value};`,
    texts,
  );
  const imports = [
    ...(helpers.length > 0 ? [`import { ${helpers.join(", ")} } from "./checks.js";\n`] : []),
    ...(wanted.length > 0 ? ['import type { Check } from "./runtime.js";\n'] : ["export {};\n"]),
  ].join("");
  return (
    `${sources(text)}// @ts-nocheck: the code of Ajv, standalone\n` +
    `/** Checks of requests, made from the schemas of the docs. */\n${imports}\n${text}\n`
  );
}
