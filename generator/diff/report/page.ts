import type { ChangeRecord } from "../record.js";

const introduction = `# What has changed, and whom it breaks

\`restanza diff OLD NEW\` compares two states of an API as a release manager would. Each side is a tree, an
OpenAPI document, a folder of output, or one of these at a revision of git:

\`\`\`sh
npx restanza diff origin/main:api-ref/source api-ref/source   # REV:PATH; nothing is checked out
npx restanza diff --from origin/main                          # the trees of the configuration, then and now
npx restanza diff old.json new.yaml --format markdown
npx restanza diff OLD NEW --fail-on breaking                  # exit 1; with unknown, also where a break may be
\`\`\`

A link in PATH is followed within the repository, and a bare repository has revisions, too. Where \`--from REV\` finds
no docs at the path of now, those that git says were renamed to it are taken (as far as that is committed or staged);
else the service is new, which is said, unless docs elsewhere are gone since: then it is asked which were meant.

Where one side is an output of a part of the docs (\`--only\`, \`--microversion\`, or what the configuration says), the
other is read as that part, too, and the report says so; two different parts are refused. Outputs of two
microversions are compared as they are: that is what changed from the one to the other.

Both sides are compared at every microversion at which either has a boundary; what is the same at several
is one change with a range (\`2.1 to 2.72\`). Operations are matched by method, path (whose variables are told
apart by where they stand) and the key of an action; schemas by what they say of values. Titles, chapters,
names of components, order and the way in which a schema is written are nothing; \`--names\` says which
functions of the generated client have another name.

## Verdicts

| verdict | |
| --- | --- |
| **breaking** | a program that was right at a microversion which OLD knew is wrong now |
| **unknown** | only the service's code could tell; the message says why |
| **addition** | programs may do more and need not; also whatever comes, or goes, behind a microversion that OLD did not know |
| **correction** | the service did not change, its docs did |

Docs are the promise, and samples are none. Of trees the rows are known beside the document, and the version
history (a file named like \`rest_api_version_history.rst\` anywhere in the tree); a document brings its samples
alone. Such a file lies anywhere below the folder that is compared (of a tree, its repository or the folder that is named;
of \`REV:PATH\`, PATH), or the docs have or link to it; its name ends in \`version_history\` or \`version-history\` and
\`.rst\`, \`.inc\` or \`.txt\`. Each version is a heading that begins with it (\`2.38 (Maximum in Newton)\`, \`v2.5\`, \`1.1 - Aggregates\`), at
whatever level, and what stands below is what it names. The first of these that has something to say decides, else the table below:

1. It holds only behind the last microversion that OLD knew: an addition.
2. NEW has a bound where OLD had none. A version history that names the place there makes it a correction, since
   the docs had forgotten the bound; where none does, a break is unknown. A bound in the place of another breaks; one inside of
   that of its operation is no other.
3. Rows of both sides name different types: a correction where the samples of OLD showed what NEW's row says and
   OLD's did not; else by direction, told as the change that the rows make of it.
4. The rows say the same as before, so samples, or other operations, show it otherwise: a correction; unknown where a
   sample of NEW itself shows what OLD ruled out.
5. A row that is the same stands at another place, since samples show it there: unknown where OLD had samples, too.
6. The samples of OLD show what NEW says, and OLD did not: a correction.
7. OLD had it in samples alone, and it is gone: unknown.
8. A member of a request became required: breaking where a sample of OLD leaves it out, unknown where all send it.
9. A new member of a request whose row says that it must be sent breaks, also where a sample of NEW leaves it out.

Which microversions a document knows goes by the bounds of its rows. Those that go with the last bound, or the first, are a
correction where the version history of NEW still has them. Those behind all bounds, which histories alone name, are
additions where that of NEW has more of them, and unknown where it has fewer.

That a member may be null, or no longer, is not told where the row says all else as before, no sample shows null, and it
is so because creation may leave the member out: that it may be missing is told, and one cause once.

None of this is asked of an operation of two trees whose own docs are the same (its stanza, rows, their entries, codes,
samples, the text of its chapter): if it is read otherwise all the same, docs of other operations lent it types or members
that they lend no more, or otherwise. No change is told of it; a note of the report names such operations, since what
is generated of them may differ.

A document holds less than the docs that it is made of. What rows ask for in a request though a sample leaves it out
stands in it (\`x-restanza.asked\`), so that rules 8 and 9 hold of documents, too; what rows say of types and of answers
where samples had the last word does not, nor do slips that hid something. So docs of two revisions tell more than a
document beside docs does, and the report of such a pair says so.

## Exit codes

| code | |
| --- | --- |
| 0 | compared, whatever was found |
| 1 | \`--fail-on\` names a verdict that was found, and no accept file lets pass |
| 2 | the command line or the configuration cannot be used, or the sides cannot be held against each other |
| 3 | a side is not there or cannot be read (also a revision that git does not have), or something of it, so more may have changed; it wins over 1 |

## What could not be read

"Nothing changed" is said only where every operation of both sides was read. Where one may be missing (a file
that is no text, an include or a reference that leads nowhere, a stanza that is not read as one) the report says
which file, says nothing of what stood there, and the exit code is 3, whatever else was found. So it is where one side
alone has a sample that is missing or broken, a row without an entry, a directive that there is none of, a document
that no table of contents lists, or bytes that are no UTF-8; what would break in such an operation, or
comes of its samples, is unknown then.
Of two trees that both have the same slip, seen from the folder of the docs, nothing is said. Whether the docs of a
document had it, too, nobody knows, but what it hides they lacked as well: beside a document it counts where that has an
operation that may have stood there, a sample that the docs lack, or else something other in the operation of the slip.

Of a document not everything is read where a name stands twice, an operation stands under no method, or a
parameter is left out; all forms of a body (media types) are compared, and where servers are.

## Letting changes pass

\`--accept FILE --write-accept --reason WORDS [--until DAY]\` writes what is breaking or unknown into FILE; with
\`--accept FILE\` it is let pass until that day. An entry goes by a fingerprint of what has changed, where, and at
which microversions: neither words nor lines are in it. Of several services each has its own entries. What has run out, and what is for no change, is said.

## Formats

\`--format text\` (80 columns), \`markdown\` (for a review), \`changelog\`, \`sarif\` (2.1.0, with fingerprints), and \`json\`,
whose form is [diff.schema.json](diff.schema.json). What says the same of a member of one name in several operations, such as
those that share an entry of \`parameters.yaml\`, is told once with all of them; in JSON and SARIF each operation has its
own. Every format says what could not be read, and where; what is so at many places, such as of a parameters file that is
missing, is told once but in JSON and SARIF. A change of the service as a whole has an operation of empty words.

## Every kind of change

Made by \`npm run docs:pages\` from the records in \`generator/diff/rules/\`, whose pairs of documents are its tests. "Behind a
new bound" is what becomes of it where NEW alone binds it to microversions: with a version history that names it,
and without. Ids stay. Beside them those of [oasdiff](https://github.com/oasdiff/oasdiff) that mean the same.
`;

/** `docs/diff.md`. */
export function diffPage(records: readonly ChangeRecord[]): string {
  const rows = records.map(({ id, direction, verdict, why, oasdiff }) =>
    [
      "",
      `\`${id}\``,
      direction,
      verdict,
      verdict === "breaking" ? "correction / unknown" : verdict,
      why.replaceAll("|", "\\|"),
      oasdiff.map((one) => `\`${one}\``).join(", "),
      "",
    ].join(" | "),
  );
  return [
    introduction,
    "| id | direction | verdict | behind a new bound | why | oasdiff |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => row.trim()),
    "",
  ].join("\n");
}
