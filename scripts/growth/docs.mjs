// How API references are written down: what the cases are made of. Each gives text, or files by path.

/** `count` things, made of 0, 1, 2 and so on. */
export const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Names that are alike as names in docs are, and no slips of each other. */
const words = ["port", "image", "flavor", "volume", "router", "subnet", "quota", "tenant"];
const letters = "bcdfghklmnprstvz";
export function nameOf(index) {
  let rest = index * 7919 + 104_729;
  let syllables = "";
  do {
    syllables += `${letters[rest % 16]}${"aeiou"[(rest >> 4) % 5]}`;
    rest = Math.floor(rest / 80);
  } while (rest > 0);
  return `${words[index % words.length]}_${syllables}`;
}

const line = (sign, title) => sign.repeat(title.length);
export const heading = (title, sign) => `${title}\n${line(sign, title)}\n`;

/** A tree: an index over `chapters` (texts by name), a parameters file, samples. */
export function tree(chapters, entries = "", samples = {}) {
  const names = Object.keys(chapters);
  const includes = names.map((name) => `.. include:: ${name}.inc`).join("\n");
  const files = {
    "index.rst": `:tocdepth: 2\n\n${heading("Growing API", "=")}\n${includes}\n`,
    "parameters.yaml": entries === "" ? entry("name") : entries,
  };
  for (const [name, text] of Object.entries(chapters)) files[`${name}.inc`] = text;
  for (const [name, sample] of Object.entries(samples))
    files[`samples/${name}.json`] =
      typeof sample === "string" ? sample : JSON.stringify(sample, undefined, 2);
  return Object.fromEntries(Object.entries(files).map(([p, t]) => [`api-ref/source/${p}`, t]));
}

export const chapter = (title, parts) =>
  `.. -*- rst -*-\n\n${heading(title, "=")}\n${parts.join("\n")}\n`;

/** One entry of a parameters file. */
export function entry(
  name,
  { where = "body", type = "string", required = true, more = "", says } = {},
) {
  const description = says ?? `The ${name.replaceAll("_", " ")} of the resource.`;
  return `${name}:\n  description: |\n    ${description.replaceAll("\n", "\n    ")}\n  in: ${where}\n  required: ${required}\n  type: ${type}\n${more}`;
}

const list = (rows) =>
  `.. rest_parameters:: parameters.yaml\n\n${rows
    .map((row) => `  - ${row.includes(":") ? row : `${row}: ${row}`}`)
    .join("\n")}\n`;
const linked = (name) => `.. literalinclude:: samples/${name}.json\n   :language: javascript\n`;

/** One operation. Rows are `name` or `name: reference`; samples are names of files. */
export function operation({
  title,
  method = "GET",
  path,
  says = "",
  stanza = "",
  request = [],
  response = [],
  requestSamples = [],
  samples = [],
  status = 200,
}) {
  const parts = [
    heading(title, "-"),
    `.. rest_method:: ${method} ${path}\n${stanza}`,
    says,
    `Normal response codes: ${status}\n`,
  ];
  if (request.length + requestSamples.length > 0)
    parts.push(
      heading("Request", "~"),
      ...(request.length > 0 ? [list(request)] : []),
      ...requestSamples.flatMap((name) => ["**Example request: JSON**\n", linked(name)]),
    );
  if (response.length + samples.length > 0)
    parts.push(
      heading("Response", "~"),
      ...(response.length > 0 ? [list(response)] : []),
      ...samples.flatMap((name) => ["**Example response: JSON**\n", linked(name)]),
    );
  return parts.filter((part) => part !== "").join("\n");
}

/** The one operation of cases that are about something else. */
export const plain = (more = {}) =>
  operation({ title: "Show Thing", path: "/things", response: ["name"], ...more });
