// All cases: a name, the N that it is measured from, and the files of a tree of that size.
import { operations } from "./operations.mjs";
import { prose } from "./prose.mjs";
import { rows } from "./rows.mjs";

export const cases = Object.entries({ ...operations, ...rows, ...prose }).map(
  ([name, [from, files]]) => ({ name, from, files }),
);

/** What has to go through at one go, and the memory that it may take, in MiB. */
const sizes = [
  ["operations in a chapter", 5000, 1024],
  ["chapters", 3000, 1024],
  ["rows of a list with a sample", 20_000, 1024],
  ["rows of a list without a sample", 20_000, 1024],
];

export const large = sizes.flatMap(([name, from, ceiling]) =>
  cases
    .filter((one) => one.name === name)
    .map((one) => ({ ...one, name: `${from.toLocaleString("en")} ${name}`, from, ceiling })),
);
