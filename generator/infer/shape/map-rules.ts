import type { Rule } from "../votes/vote.js";

/** What is known of an object that may be a map. */
export interface MapFacts {
  /** Its key; empty for a whole body. */
  readonly name: string;
  readonly prose: string;
  /** Its prose calls it a template; says by what it is keyed. */
  readonly template: boolean;
  readonly keyed: boolean;
  /** How many of its members rows name, anywhere in the body. */
  readonly documented: number;
  /** A row of a placeholder (`{name}`), or whose prose says so, may speak of every member. */
  readonly rowOfKeys: boolean;
  /** The path ends with a key, and the body is that key and its value. */
  readonly keyOfPath: boolean;
  /** Its members hold no others. */
  readonly flat: boolean;
  /** Several objects were seen at the place, which have hardly a name in common. */
  readonly unlike: boolean;
  /** All members are objects that have a name in common; much the same names. */
  readonly related: boolean;
  readonly alike: boolean;
  /** Of many members hardly any is named by a row. */
  readonly medley: boolean;
  /** Its members are one word with a number behind: `key1`, `key2`. */
  readonly counted: boolean;
  /** Another body has a map of its name, with one of its keys. */
  readonly elsewhere: boolean;
}

/** A map of values that samples show, or one whose values nobody knows. */
export type MapAnswer = "map" | "map of anything";

export type MapRule = Rule<MapFacts, MapAnswer | undefined, MapAnswer | undefined>;

/** The facts of an object of which no more is known than this. */
export const object = (known: Partial<MapFacts>): MapFacts => ({
  name: "lid",
  prose: "",
  template: false,
  keyed: false,
  documented: 0,
  rowOfKeys: false,
  keyOfPath: false,
  flat: false,
  unlike: false,
  related: false,
  alike: false,
  medley: false,
  counted: false,
  elsewhere: false,
  ...known,
});

/** Names that api-refs give to objects whose keys belong to the user. */
const ofUser =
  /(?:^|[-_:.])(?:metadata|meta|extra_?specs|specs|properties|labels|annotations|user_data|tags)$/i;

/** Prose that speaks of keys and values instead of members. */
const described =
  /key[\s-]*(?:and|\/|:|=|,)?[\s-]*value|\bkey\b.{0,12}\bpairs?\b|name[\s-]*(?:and|\/)?[\s-]*value pairs|arbitrary|environment variables|keyed (?:by|on)|\b(?:map|mapping|dict|dictionary|set) (?:of|from) .{0,40}\b(?:to|pairs|keys?|by)\b/i;

/**
 * Whether the keys of an object are data. The first rule that says something decides; of what no
 * rule speaks, the keys are members.
 */
export const mapRules: readonly MapRule[] = [
  {
    name: "a row stands for each key",
    why: "A row called `{name}`, or whose prose says that it is any key, documents every member at once.",
    kept: "os-api-ref's docs write a key that is data in braces or in angle brackets",
    example: {
      docs: "Rows `lid` and `{colour}`; the sample has `lid: { red: 1, blue: 2 }`.",
      facts: object({ rowOfKeys: true }),
      gives: "map",
    },
    says: ({ rowOfKeys }) => (rowOfKeys ? "map" : undefined),
  },
  {
    name: "the key of the path",
    why: "A body that is one key and its value, at a path that ends with that key, has the key that the path has.",
    kept: "HTTP: the last segment of a path names what the request is about",
    example: {
      docs: "`PUT /boxes/{box_id}/specs/{key}` shows `{ colour: red }`.",
      facts: object({ name: "", keyOfPath: true }),
      gives: "map",
    },
    says: ({ keyOfPath, documented }) => (keyOfPath && documented === 0 ? "map" : undefined),
  },
  {
    name: "a template",
    why: "Whatever names a template has are not of the API.",
    kept: "English: it is said in so many words",
    example: {
      docs: "The prose of `lid` begins: the template of the lid.",
      facts: object({ template: true }),
      gives: "map of anything",
    },
    says: ({ template }) => (template ? "map of anything" : undefined),
  },
  {
    name: "properties of things of several kinds",
    why: "Where hardly two objects have a name in common, the few names that rows have elsewhere say nothing.",
    kept: "JSON Schema calls what an object has its properties: the word names no resource",
    example: {
      docs: "`properties` in a list of boxes of many kinds; one of its twelve keys is the name of another row.",
      facts: object({ name: "properties", documented: 1, unlike: true, medley: true }),
      gives: "map of anything",
    },
    says: ({ name, documented, medley }) =>
      documented > 0 && medley && ofUser.test(name) ? "map of anything" : undefined,
  },
  {
    name: "of the user, and built alike",
    why: "Objects called `properties` whose members are objects with a name in common hold one under each key of a user.",
    example: {
      docs: "`properties: { colour: { type: string }, size: { type: integer } }`.",
      facts: object({ name: "properties", related: true }),
      gives: "map",
    },
    says: ({ name, documented, related }) =>
      documented === 0 && related && ofUser.test(name) ? "map" : undefined,
  },
  {
    name: "of the user, and flat",
    why: "Objects called `metadata`, `labels` or `properties` of plain values hold what users put there.",
    example: {
      docs: "`metadata: { colour: red }`, and no row `colour`.",
      facts: object({ name: "metadata", flat: true }),
      gives: "map",
    },
    says: ({ name, documented, flat }) =>
      documented === 0 && flat && ofUser.test(name) ? "map" : undefined,
  },
  {
    name: "described as keys and values",
    why: "Prose that speaks of keys and values speaks of no members.",
    example: {
      docs: "The prose of `lid` says: key-value pairs; its members hold no others.",
      facts: object({ prose: "Key-value pairs.", flat: true }),
      gives: "map",
    },
    says: ({ prose, documented, flat }) =>
      documented === 0 && flat && described.test(prose.replace(/\s+/g, " ")) ? "map" : undefined,
  },
  {
    name: "keys that are counted",
    why: "Who writes a sample and has no names for keys of the user counts them.",
    kept: "English: things that are counted have no names of their own",
    example: {
      docs: "`lid: { key1: [red], key2: [blue] }`, and no row `key1`.",
      facts: object({ counted: true }),
      gives: "map",
    },
    says: ({ documented, counted }) => (documented === 0 && counted ? "map" : undefined),
  },
  {
    name: "members that are built alike",
    why: "Objects with much the same names under keys that no row has are many of one thing.",
    example: {
      docs: "`lid: { top: { size, colour }, side: { size, colour } }`; no row is called `top` or `side`.",
      facts: object({ alike: true }),
      gives: "map",
    },
    says: ({ documented, alike }) => (documented === 0 && alike ? "map" : undefined),
  },
  {
    name: "said to be a map",
    why: "Prose that says by what an object is keyed calls its keys data.",
    example: {
      docs: "The prose of `lid` says: keyed by the colour.",
      facts: object({ keyed: true }),
      gives: "map",
    },
    says: ({ documented, keyed }) => (documented === 0 && keyed ? "map" : undefined),
  },
  {
    name: "a map elsewhere",
    why: "What one body of the docs has as a map is one in every body where it has the same name and one of the same keys.",
    example: {
      docs: "Show Lids says `lids: { top: […] }` is keyed by the side; Show Box has `lids: { top: […] }`, too, and says nothing.",
      facts: object({ name: "lids", elsewhere: true }),
      gives: "map",
    },
    says: ({ documented, elsewhere }) => (documented === 0 && elsewhere ? "map" : undefined),
  },
];
