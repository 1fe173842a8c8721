/** Text files by path. */
export type Files = Readonly<Record<string, string>>;

/** A fault put into sound docs: what the docs are then, and where it shows. */
export interface Planted {
  readonly files: Files;
  readonly file: string;
  /** Line of the fault, from 1. */
  readonly line: number;
}

/** One kind of fault. */
export interface Plant {
  readonly code: string;
  readonly what: string;
  /** The files that may have it. */
  readonly where: RegExp;
  /** The line that is spoiled: its lines become those, the fault showing `at` lines below the first. */
  readonly line: RegExp;
  readonly spoil: (line: string, match: RegExpExecArray) => readonly string[];
  readonly at?: number;
  /** Lines below the spoiled one that go with it, while they match. */
  readonly drop?: RegExp;
}

const docs = /\.(?:inc|rst)$/;
const parameters = /(?:^|\/)parameters.*\.yaml$/;

/** Faults that no docs can have without being wrong: each is an error. */
export const plants: readonly Plant[] = [
  {
    code: "missing-file",
    what: "a sample that is not there",
    where: docs,
    line: /^(\.\. literalinclude:: .*)(\.json)$/,
    spoil: (_line, [, before = "", end = ""]) => [`${before}-gone${end}`],
  },
  {
    code: "missing-file",
    what: "an include that is not there",
    where: docs,
    line: /^(\.\. include:: .*)(\.inc)$/,
    spoil: (_line, [, before = "", end = ""]) => [`${before}-gone${end}`],
  },
  {
    code: "unknown-reference",
    what: "a reference to nothing",
    where: docs,
    line: /^ +- [\w-]+: [\w-]+$/,
    spoil: (line) => [`${line}_gone_away`],
  },
  {
    code: "unreadable-row",
    what: "a row without its reference",
    where: docs,
    line: /^( +- [\w-]+): [\w-]+$/,
    spoil: (_line, [, row = ""]) => [row],
  },
  {
    code: "no-parameters-file",
    what: "a list that names no file",
    where: docs,
    line: /^(\.\. rest_parameters::) \S+$/,
    spoil: (_line, [, head = ""]) => [head],
  },
  {
    code: "empty-list",
    what: "a list without rows",
    where: docs,
    line: /^\.\. rest_parameters:: \S+$/,
    spoil: (line) => [line, ""],
    drop: /^(?: +- .*| *)$/,
  },
  {
    code: "unknown-status-kind",
    what: "a misspelt kind of codes",
    where: docs,
    line: /^\.\. rest_status_code:: success (\S+)$/,
    spoil: (_line, [, file = ""]) => [`.. rest_status_code:: sucess ${file}`],
  },
  {
    code: "incomplete-method",
    what: "a method without URL",
    where: docs,
    line: /^(\.\. rest_method:: *[A-Z]+) \S+$/,
    spoil: (_line, [, head = ""]) => [head],
  },
  {
    code: "misspelt-directive",
    what: "a colon too few",
    where: docs,
    line: /^\.\. rest_parameters:: (\S+)$/,
    spoil: (_line, [, file = ""]) => [`.. rest_parameters: ${file}`],
  },
  {
    code: "unknown-directive",
    what: "a misspelt list",
    where: docs,
    line: /^\.\. rest_parameters:: (\S+)$/,
    spoil: (_line, [, file = ""]) => [`.. rest_paramters:: ${file}`],
  },
  {
    code: "unknown-directive",
    what: "a misspelt operation",
    where: docs,
    line: /^\.\. rest_method::( *[A-Z]+ \S+)$/,
    spoil: (_line, [, said = ""]) => [`.. rest_methods::${said}`],
  },
  {
    code: "directive-without-blank-line",
    what: "a list glued to its text",
    where: docs,
    line: /^\.\. rest_parameters:: \S+$/,
    spoil: (line) => ["The parameters are:", line],
    at: 1,
  },
  {
    code: "heading-without-blank-line",
    what: "a heading glued to its text",
    where: docs,
    line: /^(?:Request|Response)$/,
    spoil: (line) => ["This is what is sent.", line],
    at: 1,
  },
  {
    code: "heading-inside-block",
    what: "a heading that is indented",
    where: docs,
    line: /^(?:Request|Response)$/,
    spoil: (line) => ["Text.", "", `  ${line}`, `  ${"-".repeat(line.length)}`],
    at: 2,
    drop: /^(.)\1+$/,
  },
  {
    code: "invalid-yaml",
    what: "a colon in plain words",
    where: parameters,
    line: /^ {2}in: body$/,
    spoil: (line) => [line, "  planted: words: more words"],
    at: 1,
  },
  {
    code: "incomplete-parameter-entry",
    what: "an entry that is nowhere",
    where: parameters,
    line: /^([\w-]+):$/,
    spoil: (line) => [
      "planted:",
      "  description: Text.",
      "  required: true",
      "  type: string",
      line,
    ],
  },
  {
    code: "unreadable-parameter-entry",
    what: "an entry that is a word",
    where: parameters,
    line: /^([\w-]+):$/,
    spoil: (line) => ["planted: string", line],
  },
];

/**
 * Puts the fault into the line that `pick` chooses among those that may have it. Undefined where
 * the docs have no such line.
 */
export function putInto(
  files: Files,
  plant: Plant,
  pick: (count: number) => number,
): Planted | undefined {
  const places = Object.entries(files)
    .filter(([file]) => plant.where.test(file))
    .flatMap(([file, text]) =>
      text.split("\n").flatMap((line, index) => {
        const match = plant.line.exec(line);
        return match === null ? [] : [{ file, index, match }];
      }),
    );
  const place = places[pick(places.length)];
  if (place === undefined) return undefined;
  const { file, index, match } = place;
  const lines = (files[file] ?? "").split("\n");
  let after = index + 1;
  while (plant.drop?.test(lines[after] ?? "x") === true) after += 1;
  const spoiled = plant.spoil(match[0], match);
  lines.splice(index, after - index, ...spoiled);
  return {
    files: { ...files, [file]: lines.join("\n") },
    file,
    line: index + 1 + (plant.at ?? 0),
  };
}
