import { sentencesOf } from "../sentences.js";

/** "The default is 1", "default value is `hold`", "it defaults to 5"; not "the default name is `root`". */
const isDefault =
  /(?<!\bno )\bdefault(?: (?:value|setting))?(?: for (?:this|it))? (?:is|are|will be)\b|\bdefaults to\b/i;

/** All of a sentence: "True by default". */
const isSoByDefault = /^[`"']*[\w.-]+[`"']* by default[.]?$/i;

/** Whether the prose of a member says what stands for it where nobody gives it. */
export function saysDefault(prose: string): boolean {
  return sentencesOf(prose).some(
    (sentence) => isDefault.test(sentence) || isSoByDefault.test(sentence.trim()),
  );
}
