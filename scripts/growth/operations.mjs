// Cases of many operations and chapters.
import { chapter, entry, many, nameOf, operation, plain, tree } from "./docs.mjs";

const title = (name) => name.replace("_", " ").replace(/\b\w/g, (first) => first.toUpperCase());

/** Lists, shows and creates of as many resources, with samples and rows of their own. */
function resource(index) {
  const name = nameOf(index);
  return {
    name,
    entries: entry(`${name}_label`) + entry(`${name}_size`, { type: "integer" }),
    samples: {
      [`${name}-list`]: {
        [`${name}s`]: [{ id: "1", [`${name}_label`]: "x", [`${name}_size`]: 2 }],
      },
      [`${name}-show`]: { [name]: { id: "1", [`${name}_label`]: "x", [`${name}_size`]: 2 } },
    },
    operations: [
      operation({
        title: `List ${title(name)}s`,
        path: `/${name}s`,
        response: ["id", `${name}_label`, `${name}_size`],
        samples: [`${name}-list`],
      }),
      operation({
        title: `Show ${title(name)}`,
        path: `/${name}s/{id}`,
        request: ["id: id_path"],
        response: ["id", `${name}_label`, `${name}_size`],
        samples: [`${name}-show`],
      }),
    ],
  };
}

const ids = entry("id") + entry("id_path", { where: "path" });

function operationsInAChapter(count) {
  const all = many(Math.ceil(count / 2), resource);
  return tree(
    {
      all: chapter(
        "Everything",
        all.flatMap(({ operations }) => operations),
      ),
    },
    ids + all.map(({ entries }) => entries).join(""),
    Object.assign({}, ...all.map(({ samples }) => samples)),
  );
}

function chapters(count) {
  const all = many(count, resource);
  return tree(
    Object.fromEntries(
      all.map(({ name, operations }) => [name, chapter(`${title(name)}s`, operations)]),
    ),
    ids + all.map(({ entries }) => entries).join(""),
    Object.assign({}, ...all.map(({ samples }) => samples)),
  );
}

const twelve = many(12, (index) => `shared_${"abcdefghijkl"[index]}`);
const shared = twelve.map((name) => entry(name)).join("");
const sharedSample = Object.fromEntries(twelve.map((name) => [name, "x"]));

function sharedFields(count) {
  const parts = many(count, (index) =>
    operation({
      title: `Show ${title(nameOf(index))}`,
      path: `/${nameOf(index)}`,
      response: twelve,
      samples: ["shared"],
    }),
  );
  return tree({ all: chapter("Everything", parts) }, shared, { shared: sharedSample });
}

/** Of two operations one has samples; the other is to learn from those of all the others. */
function withoutSamples(count) {
  const parts = many(count, (index) => {
    const name = nameOf(index);
    const samples = index % 2 === 0 ? {} : { requestSamples: ["shared"], samples: ["shared"] };
    return operation({
      title: `Create ${title(name)}`,
      method: "POST",
      path: `/${name}s`,
      status: 201,
      request: [...twelve, name],
      response: [...twelve, name],
      ...samples,
    });
  });
  const entries = many(count, (index) => entry(nameOf(index), { type: "object" })).join("");
  return tree({ all: chapter("Everything", parts) }, shared + entries, { shared: sharedSample });
}

function sameTitles(count) {
  const parts = many(count, (index) => plain({ path: `/things/${nameOf(index)}` }));
  return tree({ all: chapter("Everything", parts) });
}

function actions(count) {
  const names = many(count, nameOf);
  const parts = names.map((name) =>
    operation({
      title: `${title(name)} (${name} Action)`,
      method: "POST",
      path: "/things/{thing_id}/action",
      status: 202,
      request: ["thing_id", name, "shared_a"],
      requestSamples: [name],
    }),
  );
  const entries = names.map((name) => entry(name, { type: "object" })).join("");
  return tree(
    { all: chapter("Actions", parts) },
    entry("thing_id", { where: "path" }) + entry("shared_a") + entries,
    Object.fromEntries(names.map((name) => [name, { [name]: { shared_a: "x" } }])),
  );
}

/** Operations, fields and chapters whose names in code would be the same. */
function collisions(count) {
  const signs = many(count, (index) => (index * 37 + 11).toString(2));
  const parts = signs.map((sign) => {
    const ending = sign.replaceAll("0", "-").replaceAll("1", ".");
    return plain({ title: `Show Thing${ending}`, path: `/things/${sign}` });
  });
  return tree({ all: chapter("Things", parts) });
}

export const operations = {
  "operations in a chapter": [200, operationsInAChapter],
  chapters: [100, chapters],
  "operations that share twelve fields": [150, sharedFields],
  "bodies without samples": [100, withoutSamples],
  "same titles": [300, sameTitles],
  "actions on one path": [100, actions],
  "names that collide": [300, collisions],
};
