/** Plural words for what a string holds. */
const strings = String.raw`(?:strings?|names?|uuids?|ids?|identifiers?|urls?)`;

/** Prose whose subject is strings: "The UUIDs of the groups that …", "Each tag is a string …". */
export const areStrings =
  /^\s*(?:the |all )?(?:lists? of )?(?:the )?(?:uuids|ids|names|identifiers|urls) (?:of|for|to)\b|\b(?:each|every) \w+ is a string\b/i;

/** Prose that says what a list holds, where nothing shows it. */
const listsStrings =
  /\b(?:lists?|arrays?|sets?) of (?:(?:the|all|one or more|available|valid|\w+) ){0,3}(?:strings?|names?|uuids?|ids?|identifiers?|tags?|addresses|urls?|keys|words|traits)\b|\b(?:uuids|ids|names|tags|strings)\b/i;

/** Prose whose subject is a list of strings and nothing else: "An ordered list of names for …". */
const isListOfStrings = new RegExp(
  String.raw`^\s*(?:an? |the )?(?:\w+ )?(?:lists?|arrays?) of (?:\w+ )?${strings}\b(?! and\b)`,
  "i",
);

/** Prose whose subject is a list of what one word names: "A list of parameters, …". */
const listOf = /^\s*(?:an? |the )?(?:\w+ )?lists? of (?:the )?\W?(\w+)\b/i;

/** Whether prose says that a list holds strings. */
export function listsOfStrings(prose: string): boolean {
  return areStrings.test(prose) || listsStrings.test(prose);
}

/**
 * Whether prose says that a value is a list of strings: so plainly that a type `object` beside it
 * must be the mistake, where no sample shows an object.
 */
export function saysListOfStrings(prose: string): boolean {
  return isListOfStrings.test(prose);
}

/**
 * Whether prose lists the keys of a map beside it: where a request holds the map `parameters`, "a
 * list of parameters" names them, as the map does.
 */
export function listsKeysOf(maps: ReadonlySet<string>, prose: string): boolean {
  return maps.has(listOf.exec(prose)?.[1] ?? "");
}
