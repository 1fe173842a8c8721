import type { Side, VersionChange } from "../reference.js";
import { type Bounds, previousVersion } from "../../versions/versions.js";

/** Names in double backquotes that came or went with a version. */
export interface NamedChange {
  readonly names: readonly string[];
  /** "request parameter", "response field"; both where nothing tells. */
  readonly side: Side | undefined;
  readonly bounds: Bounds;
}

/**
 * What one of Sphinx's version directives says of names: `Introduced the ``name`` field`, `Added the
 * ``node`` query parameter and ``portgroup_uuid`` response field`, ` ``x`` is no longer returned`.
 * A sentence that says more of a name than that it is there says of its values, not of itself.
 */
export function namedChanges(change: VersionChange): readonly NamedChange[] {
  const version = /^v?(\d{1,4}\.\d{1,4})$/i.exec(change.version)?.[1];
  if (version === undefined) return [];
  return change.words
    .slice(0, 4000)
    .split(/(?<=[.;])\s+/)
    .flatMap((sentence) => {
      const said = sayingOf(sentence.trim(), change);
      if (said === undefined) return [];
      const last = previousVersion(version);
      const bounds = said.comes ? { min: version } : last === undefined ? {} : { max: last };
      return said.groups.map(({ names, sides }) => ({
        names,
        side: sides.size === 0 ? change.side : sides.size === 1 ? [...sides][0] : undefined,
        bounds,
      }));
    });
}

interface Saying {
  readonly comes: boolean;
  readonly groups: readonly Group[];
}

interface Group {
  readonly names: string[];
  readonly sides: Set<Side>;
  /** A noun such as "field" stands behind the names. */
  named: boolean;
}

const verbs =
  /^(?:also )?(?:(introduc(?:ed|es)|add(?:ed|s)|new:?)|(remov(?:ed|es)|dropp(?:ed)|drops))\s+(?:support for\s+)?/i;

function sayingOf(sentence: string, { kind }: VersionChange): Saying | undefined {
  const verb = verbs.exec(sentence);
  const { groups, rest } = namesIn(sentence.slice(verb?.[0].length ?? 0).replace(place, ""));
  if (groups.length === 0) return undefined;
  const sure = groups.every(({ named }) => named);
  if (verb !== null)
    return sure || plainEnd.test(rest) ? { comes: verb[1] !== undefined, groups } : undefined;
  if (comes.test(rest) && !/\b(?:when|if|unless)\b/i.test(rest)) return { comes: true, groups };
  if (goes.test(rest)) return { comes: false, groups };
  // No verb at all: ` ``agent_token`` parameter for passing the token`.
  const bare = rest === "" || (sure && /^(?:for|to|of)\b/i.test(rest));
  return bare && kind !== "changed" ? { comes: kind === "added", groups } : undefined;
}

/** What may stand behind names that no noun follows: "Added ``tags`` to the response". */
const plainEnd = /^(?:$|(?:to|for|in|from|on)\b)/i;
const place = /^in the (?:request|response)(?: body)?, /i;
const comes =
  /^(?:(?:can|may)(?: now)? be (?:specified|provided|passed|given|set|used|sent|included|requested)|(?:is|are|was|were|has been|have been) (?:now )?(?:added|introduced|new|available|supported|returned|included|accepted))\b/i;
const goes =
  /^(?:(?:is|are|was|were|has been|have been) (?:now )?(?:removed|dropped|gone)|(?:is|are) no longer (?:returned|available|supported|accepted|included|present|there)|no longer exists?)\b/i;

const joiners = /^(?:the|an?|new|and|or|both|also|an?|boolean|optional|following|top-level)$/i;
const nouns =
  /^(?:parameters?|fields?|attributes?|keys?|headers?|options?|flags?|properties|property|members?|arguments?|selectors?|filters?|elements?)$/i;
const sideWords: Readonly<Record<string, Side>> = {
  request: "request",
  query: "request",
  response: "response",
};

/** The names at the beginning of a sentence, by the nouns behind them, and what follows. */
function namesIn(sentence: string): { readonly groups: readonly Group[]; readonly rest: string } {
  const groups: Group[] = [];
  const words = sentence.split(" ");
  let at = 0;
  for (; at < words.length; at++) {
    const word = (words[at] ?? "").replace(/[.,;:]+$/, "");
    const name = /^``([^`\s]+)``$/.exec(word)?.[1];
    const last = groups.at(-1);
    if (name !== undefined) {
      if (last === undefined || last.named)
        groups.push({ names: [name], sides: new Set(), named: false });
      else last.names.push(name);
      continue;
    }
    const side = sideWords[word.toLowerCase()];
    if (side !== undefined && last !== undefined) {
      // "field and query parameter": a field of either side, and a parameter.
      if (last.named && last.sides.size === 0) last.sides.add("request").add("response");
      last.sides.add(side);
    } else if (nouns.test(word) && last !== undefined) last.named = true;
    else if (side === undefined && !joiners.test(word)) break;
  }
  return { groups, rest: words.slice(at).join(" ").replace(/\.$/, "") };
}
