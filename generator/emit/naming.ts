import type { Text } from "./text.js";
import { identifier } from "./text.js";
import { camelWords, pascalWords } from "../openapi/words.js";

/**
 * Names of types, functions and files from titles and from names in the docs. The same words give
 * the same name always; nothing depends on what else there is (that is what `Names` is for).
 */
export { deviceNames, fileWords, kebabCase, Names, wordsOf } from "../openapi/words.js";

/** For types: `list images` → `ListImages`. Capitals inside a word stay: `IPv6`, `OSFlavor`. */
export function pascalCase(text: string): Text<"identifier"> {
  return identifier(pascalWords(text));
}

/** For functions and variables: `List Images` → `listImages`, `IP Addresses` → `ipAddresses`. */
export function camelCase(text: string): Text<"identifier"> {
  return identifier(camelWords(text));
}
