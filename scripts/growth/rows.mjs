// Cases of many rows, entries, keys, values and versions.
import { chapter, entry, many, nameOf, operation, plain, tree } from "./docs.mjs";

const one = (settings, entries, samples) =>
  tree({ all: chapter("Things", [plain(settings)]) }, entries, samples);
const names = (count) => many(count, nameOf);
const entriesOf = (all, settings) => all.map((name) => entry(name, settings)).join("");
const object = (all, value = "x") => Object.fromEntries(all.map((name) => [name, value]));

function rowsWithSample(count) {
  const all = names(count);
  return one({ response: all, samples: ["all"] }, entriesOf(all), { all: object(all) });
}

function rowsWithoutSample(count) {
  const all = names(count);
  return one({ response: all }, entriesOf(all));
}

function sharedReference(count) {
  const rows = names(count).map((name) => `${name}: name`);
  return one({ response: rows }, entry("name"));
}

function sharedReferenceWithSample(count) {
  const all = names(count);
  const rows = all.map((name) => `${name}: name`);
  return one({ response: rows, samples: ["all"] }, entry("name"), { all: object(all) });
}

function queryRows(count) {
  const all = names(count);
  return one({ request: all }, entry("name") + entriesOf(all, { where: "query" }));
}

function undocumented(count) {
  return one({ samples: ["all"] }, entry("name"), { all: { name: "x", ...object(names(count)) } });
}

function wide(count) {
  const items = names(count).map((name) => ({ id: name, name, size: 1, tags: ["a"] }));
  const all = ["things", "id", "name", "size", "tags"];
  return one({ response: all, samples: ["all"] }, entriesOf(all), { all: { things: items } });
}

/** So many keys, objects in objects, about five deep: each has as many as that takes. */
function nested(count) {
  const rows = names(count);
  const wide = Math.max(2, Math.ceil(count ** (1 / 5)));
  const insideOf = new Map();
  const top = [];
  rows.forEach((name, at) => {
    const around = at < wide ? top : insideOf.get(Math.floor((at - wide) / wide));
    const own = [];
    insideOf.set(at, own);
    around.push([name, own]);
  });
  const made = (all) =>
    Object.fromEntries(all.map(([name, own]) => [name, own.length === 0 ? "x" : made(own)]));
  return one({ response: rows, samples: ["all"] }, entriesOf(rows), { all: made(top) });
}

function samplesOfOne(count) {
  const all = names(count);
  const samples = all.map((name) => [name, { thing: { name: "x", [name]: 1 } }]);
  return one({ response: ["name"], samples: all }, entry("name"), Object.fromEntries(samples));
}

function entries(count) {
  return one({}, entry("name") + entriesOf(names(count)));
}

function unknownReferences(count) {
  return one(
    { response: names(count).map((name) => `${name}: ${name}x`) },
    entriesOf(names(count)),
  );
}

function enumValues(count) {
  const values = names(count).map((name) => `- \`\`${name}\`\`: the ${name} of it`);
  const says = `The state. One of:\n\n${values.join("\n")}`;
  return one({ response: ["name"], samples: ["all"] }, entry("name", { says }), {
    all: { name: nameOf(1) },
  });
}

function versions(count) {
  const all = names(count);
  const versioned = all.map((name, index) =>
    entry(name, { more: `  min_version: 2.${index + 2}\n` }),
  );
  return one({ response: ["name", ...all] }, entry("name") + versioned.join(""));
}

/** A tree with findings of several kinds: rows of no sample, keys of no row, types, order, slips. */
function findings(count) {
  const parts = many(Math.ceil(count / 8), (index) => {
    const name = nameOf(index);
    return operation({
      title: `Show ${name.replace("_", " ")}`,
      path: `/${name}/{missing_${index}}`,
      response: ["number", "absent", `odd: odd_${index}`],
      samples: ["all"],
      status: "nothing at all",
    });
  });
  return tree(
    { all: chapter("Things", parts) },
    entry("number", { type: "integer" }) + entry("absent") + entry("name"),
    { all: { number: "x", key: 1 } },
  );
}

export const rows = {
  "rows of a list with a sample": [400, rowsWithSample],
  "rows of a list without a sample": [400, rowsWithoutSample],
  "rows of a query": [400, queryRows],
  "rows that share a reference": [400, sharedReference],
  "rows that share a reference, with a sample": [400, sharedReferenceWithSample],
  "undocumented keys": [400, undocumented],
  "objects in a list of a sample": [1000, wide],
  "nested keys of a sample": [300, nested],
  "samples of one operation": [200, samplesOfOne],
  "entries of a parameters file": [1000, entries],
  "unknown references": [300, unknownReferences],
  "values of an enumeration": [500, enumValues],
  "versions of one shape": [50, versions],
  findings: [400, findings],
};
