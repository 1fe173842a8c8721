// Documents changed as people, merges and attackers change them. The same seed gives the same text.
import { giants, hostile, nests } from "./hostile.mjs";

/** One to six changes to the files of `document`; most of them to the text of its operations. */
export function mutate(document, dice) {
  const files = { ...document.files };
  const others = Object.keys(files).filter((path) => path !== document.main);
  const count = 1 + dice.below(6);
  for (let change = 0; change < count; change += 1) {
    const path = others.length > 0 && dice.next() < 0.35 ? dice.pick(others) : document.main;
    files[path] = changed(files[path], kindOf(path), dice);
  }
  return { ...document, files };
}

function kindOf(path) {
  if (path.endsWith(".yaml")) return "yaml";
  return path.endsWith(".json") ? "json" : "lines";
}

function changed(text, kind, dice) {
  const chance = dice.next();
  // What is large is rare: it is slow, and one of it in a file is enough.
  if (chance < 0.02) return inserted(text, dice.pick(giants)(1000 * (1 + dice.below(200))), dice);
  if (chance < 0.05) return inserted(text, dice.pick(nests)(10 ** (1 + dice.below(4))), dice);
  if (chance < 0.06) return bytes(text, dice);
  if (chance < 0.07) return whole(text, dice);
  return dice.pick(small)(text, kind, dice);
}

/** Changes of one line, one word or one character. */
const small = [
  (text, _kind, dice) => lines(text, dice, (all, at) => all.splice(at, 1 + dice.below(4))),
  (text, _kind, dice) => lines(text, dice, (all, at) => all.splice(at, 0, all[at] ?? "")),
  (text, _kind, dice) =>
    lines(text, dice, (all, at) => {
      const to = dice.below(all.length);
      [all[at], all[to]] = [all[to] ?? "", all[at] ?? ""];
    }),
  (text, _kind, dice) =>
    lines(text, dice, (all, at) => {
      all[at] = (all[at] ?? "").slice(0, dice.below((all[at] ?? "").length + 1));
    }),
  (text, _kind, dice) =>
    lines(text, dice, (all, at) => {
      all[at] = " ".repeat(dice.below(9)) + (all[at] ?? "").trimStart();
    }),
  (text, _kind, dice) =>
    lines(text, dice, (all, at) => all.splice(at, 2, all.slice(at, at + 2).join(" "))),
  (text, _kind, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, _kind, dice) => {
    const at = dice.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + dice.below(3));
  },
  (text, kind, dice) =>
    lines(text, dice, (all, at) => all.splice(at, 0, dice.pick(hostile[kind] ?? hostile.lines))),
  (text, _kind, dice) => words(text, dice, () => dice.pick(hostile.escapes)),
  (text, _kind, dice) => words(text, dice, (word) => word + dice.pick(hostile.escapes)),
  (text, _kind, dice) => inserted(text, dice.pick(hostile.escapes), dice),
  (text, _kind, dice) => block(text, dice),
  (text, kind, dice) =>
    kind === "json" ? words(text, dice, () => dice.pick(hostile.json)) : block(text, dice),
];

function lines(text, dice, change) {
  const all = text.split("\n");
  change(all, dice.below(all.length));
  return all.join("\n");
}

/** One word of the text, replaced. */
function words(text, dice, change) {
  const start = dice.below(text.length + 1);
  const word = /[\w{}:/.-]+/.exec(text.slice(start, start + 300));
  if (word === null) return inserted(text, change(""), dice);
  const at = start + word.index;
  return text.slice(0, at) + change(word[0]) + text.slice(at + word[0].length);
}

function inserted(text, more, dice) {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + more + text.slice(at);
}

/** Some lines, moved elsewhere or there twice. */
function block(text, dice) {
  return lines(text, dice, (all, at) => {
    const length = 1 + dice.below(12);
    const taken = dice.next() < 0.5 ? all.splice(at, length) : all.slice(at, at + length);
    all.splice(dice.below(all.length + 1), 0, ...taken);
  });
}

/** Characters of any kind, as a file of bytes would be read. */
function bytes(text, dice) {
  const count = 1 + dice.below(400);
  const made = Uint8Array.from({ length: count }, () => dice.below(256));
  return inserted(text, new TextDecoder().decode(made), dice);
}

/** The whole text in another form. */
function whole(text, dice) {
  return dice.pick([
    (all) => all.replaceAll("\n", "\r\n"),
    (all) => all.replaceAll("\n", "\r"),
    (all) => all.replaceAll("\n", " "),
    (all) => `\ufeff${all}`,
    (all) => all + all,
    (all) => all.replaceAll("  ", "\t"),
    (all) => all.toUpperCase(),
    (all) => all.split("\n").toReversed().join("\n"),
    () => "",
  ])(text);
}
