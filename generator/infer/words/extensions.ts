import { sentencesOf } from "./sentences.js";

/** What an extension does to a resource: "The `x` extension adds the `y` attribute to …". */
const adds = /\b(?:adds?|adding|introduces?|introducing|exposes?|exposing|provides?|providing) /gi;

/** Words for a member; or its name stands there at once: "adds the `y` …". */
const member =
  /\b(?:attributes?|fields?|parameters?|propert(?:y|ies)|members?|flags?)\b|^(?:(?:an?|the|new) ){0,2}[`"]/i;

/** Where a sentence goes on to say something else of what was added. */
const goesOn =
  /(?:^|,? )(?:to|for|that|which|when|if|in order|and allows?|(?:and )?allowing|enabling) /i;

/** A name, as docs mark it. What a resource is known by is never added to it. */
const literal = /[`"](?!id\b)([\w:.-]+)[`"]/g;

/**
 * The names of members that CommonMark prose says an extension adds: a service without the
 * extension does not answer them.
 */
export function addedByExtensions(markdown: string): readonly string[] {
  return markdown
    .split(/\n{2,}/)
    .flatMap(sentencesOf)
    .flatMap(namesAdded);
}

/** The names after the first verb that speaks of them, and not of what the extension is for. */
function namesAdded(sentence: string): readonly string[] {
  const at = sentence.search(/\bextension\b/i);
  if (at < 0) return [];
  const rest = sentence.slice(at);
  for (const verb of rest.matchAll(adds)) {
    const said = rest.slice(verb.index + verb[0].length);
    const first = said.search(/[`"]/);
    if (first < 0) return [];
    const lead = said.slice(0, first);
    if (goesOn.test(lead) || lead.search(adds) >= 0 || !member.test(said)) continue;
    const end = said.slice(first).search(goesOn);
    const part = end < 0 ? said : said.slice(0, first + end);
    return [...part.matchAll(literal)].map(([, name = ""]) => name);
  }
  return [];
}

/** Whether the prose of a member says that it is there with an extension only. */
export function isOfExtension(prose: string): boolean {
  return /\b(?:available|present|returned|shown|included) (?:only )?(?:when|if|with|where) (?:the |an? )?(?:[`\w:-]+ ){0,3}extension\b/i.test(
    prose.replace(/\s+/g, " "),
  );
}
