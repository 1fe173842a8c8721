import { parseDocument } from "yaml";
import type { Json } from "../model.js";
import { parsing } from "./plain-yaml.js";

/** How long a sample may be that is read: they are written by hand. */
const longest = 200_000;

/** Whether a sample is YAML, by the language that it is shown in or the ending of its file. */
export function isYaml(source: string, language: string | undefined): boolean {
  return language === undefined ? /\.ya?ml$/i.test(source) : /^ya?ml$/i.test(language);
}

/** The object or list that a sample in YAML writes; `undefined` where it is none, or not valid. */
export function yamlValue(text: string): Json | undefined {
  if (text.length > longest) return undefined;
  try {
    const document = parseDocument(text, parsing);
    if (document.errors.length > 0) return undefined;
    // The value of YAML's core schema in JSON: names of members are texts, numbers are finite.
    const value: Json = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 20 })));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    // Nested too deeply, or unfolding without end.
    return undefined;
  }
}
