import { type Bounds } from "../../versions/versions.js";
import { sentencesOf } from "../words/sentences.js";

/** Parameters of a request, and the microversion that they came with. */
export interface NamedParameters {
  readonly names: readonly string[];
  readonly bounds: Bounds;
}

const since =
  /^(?:[>*\s]*note:?[*:\s]*)?(?:(?:starting|beginning) (?:from|with|in|at)|since|as of|from) (?:the )?(?:api )?(?:micro)?version `*v?(\d{1,4}\.\d{1,4})\b/i;
const means =
  /\b(?:through|via|by|using|with) (?:the )?(?:new |optional |request ){0,2}(?:parameters?|fields?|keys?|attributes?|properties|options?) (?=`)/i;

/**
 * What CommonMark prose says can be done since a microversion by parameters that it names: "Starting
 * from version 2.82, it is possible to lock it through the parameters `lock` and `reason`".
 */
export function namedParameters(markdown: string): readonly NamedParameters[] {
  return sentencesOf(markdown.replace(/^> ?/gm, "")).flatMap((sentence) => {
    const min = since.exec(sentence.trim())?.[1];
    const by = means.exec(sentence);
    if (min === undefined || by === null) return [];
    return [{ names: listed(sentence.slice(by.index + by[0].length)), bounds: { min } }];
  });
}

/** The names in backquotes that a text begins with. */
function listed(text: string): readonly string[] {
  const names: string[] = [];
  for (const word of text.split(" ")) {
    const name = /^`([^`]+)`[.,;]*$/.exec(word)?.[1];
    if (name !== undefined) names.push(name);
    else if (!/^(?:and|or)$/i.test(word)) break;
  }
  return names;
}
