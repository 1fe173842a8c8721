/** The bounds that a few words give: `(microversions 2.0 - 2.100)`, `since 2.32`, `up to 2.35`. */
export interface VersionWords {
  readonly min: string | undefined;
  readonly max: string | undefined;
  /** Nothing else is said. */
  readonly only: boolean;
}

const range = /\bv?(\d+\.\d+)\s*(?:-|–|to|through|until)(?:\s*v?(\d+\.\d+))?(?![\w.])/i;
const since =
  /(?:\bfrom|\bsince|\bafter|>=|≥|\bnew in|\bstarting (?:from|with))\s+[a-z\s]{0,40}?v?(\d+\.\d+)/i;
const until = /(?:\buntil|\bup to|\bbefore|<=|≤|\bthrough)\s+[a-z\s]{0,40}?v?(\d+\.\d+)/i;
const onward = /\bv?(\d+\.\d+)\s*(?:\+|and (?:later|above|newer)|or (?:later|above|newer))/i;

/** Reads version bounds in the words behind one code or in a caption, where they plainly are bounds. */
export function boundsInWords(words: string): VersionWords {
  const none = { min: undefined, max: undefined, only: false };
  if (!/\d\.\d/.test(words) || words.length > 300) return none;
  const between = range.exec(words);
  const min = between?.[1] ?? onward.exec(words)?.[1] ?? since.exec(words)?.[1];
  const max = between ? between[2] : until.exec(words)?.[1];
  if (min === undefined && max === undefined) return none;
  return { min, max, only: /^[\s(]*(?:\(?\s*(?:api\s+)?(?:micro)?versions?\b|[v\d])/i.test(words) };
}

/** The one version that a caption or a path names: `(v2.11)`, `microversion 2.64`, `/v2.53/`. */
export function versionInCaption(caption: string): string | undefined {
  return (
    /\(\s*v?(\d+\.\d+)\s*\)/i.exec(caption)?.[1] ??
    /\bmicroversion\s+v?(\d+\.\d+)/i.exec(caption)?.[1] ??
    /\bv(\d+\.\d+)\b/.exec(caption)?.[1]
  );
}

/** The version of a folder on the way to a sample. `v2.0` names an API, not a microversion. */
export function versionInPath(path: string): string | undefined {
  const folders = [...path.matchAll(/(?:^|\/)v(\d+\.\d+)(?=\/)/g)].map((match) => match[1] ?? "");
  return folders.reverse().find((version) => !/^\d+\.0$/.test(version));
}
