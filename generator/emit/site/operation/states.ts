import { addTo } from "../../../collections/groups.js";
import { escaped, fragment, type Html, joinHtml } from "../../html.js";
import { at } from "../bounds.js";
import type { Page } from "../page.js";
import { part } from "../part.js";
import type { PlacedOperation } from "../site.js";
import type { OperationBlock } from "../source.js";
import { words } from "../words.js";

/** An operation that leads from states of its resource to others. */
interface Move {
  readonly placed: PlacedOperation;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** With fewer there is no picture: a sentence says as much. */
const least = 2;

/** Sizes in the picture, in its own units; a letter is about seven wide. */
const letter = 7;
const lane = { least: 72, top: 34 };
const row = 30;

/**
 * The states of each resource of a page as a picture, and the same as a list: every state is a line
 * from top to bottom, every operation an arrow from those in which it may be called to those that
 * it leads to.
 */
export function statesHtml(page: Page, operations: readonly OperationBlock[]): Html {
  const resources = new Map<string, Move[]>();
  for (const { operationId, transition } of operations) {
    const placed = page.site.operations.get(operationId);
    if (placed === undefined || transition === undefined) continue;
    const [resource = ""] = placed.operation.path.split("/{", 1);
    addTo(resources, resource, { placed, ...transition });
  }
  const shown = [...resources.values()].filter((moves) => moves.length >= least);
  return joinHtml(shown.map((moves) => pictureHtml(page, moves)));
}

function pictureHtml(page: Page, moves: readonly Move[]): Html {
  const names = [...new Set(moves.flatMap(({ from, to }) => [...from, ...to]))];
  const titles = moves.map(({ placed }) => nameOf(placed));
  const left = Math.max(...titles.map((title) => title.length)) * letter + 24;
  const widths = names.map((name) => Math.max(lane.least, name.length * letter + 16));
  const middles = widths.map((width, index) => left + sum(widths.slice(0, index)) + width / 2);
  const xOf = (name: string): number => middles[names.indexOf(name)] ?? left;
  const height = lane.top + moves.length * row + 8;
  return part("states", {
    title: escaped(words.states),
    about: escaped(words.statesAbout),
    titleId: escaped(page.id("states/title")),
    descriptionId: escaped(page.id("states/description")),
    description: escaped(words.statesPicture(names.length, moves.length)),
    width: escaped(String(left + sum(widths))),
    height: escaped(String(height)),
    lanes: names.map((name) => ({
      x: escaped(String(xOf(name))),
      y: escaped(String(lane.top - 8)),
      end: escaped(String(height)),
      name: escaped(name),
    })),
    rows: moves.map((move, index) => rowView(move, lane.top + index * row + row / 2, xOf)),
    moves: moves.map(({ placed, from, to }) => ({
      at: at(placed.operation.bounds),
      href: fragment(placed.anchor),
      title: escaped(placed.operation.title),
      from: joinHtml(from.map(codeHtml), ", "),
      to: joinHtml(to.map(codeHtml), ", "),
      leads: escaped(words.statesLead),
    })),
  });
}

function rowView({ placed, from, to }: Move, y: number, xOf: (name: string) => number): object {
  const starts = from.map(xOf);
  const ends = to.map(xOf);
  const all = [...starts, ...ends];
  const text = (value: number) => escaped(String(value));
  return {
    at: at(placed.operation.bounds),
    y: text(y),
    below: text(y + 4),
    name: escaped(nameOf(placed)),
    first: text(Math.min(...all)),
    last: text(Math.max(...all)),
    starts: starts.map((x) => ({ x: text(x), y: text(y) })),
    ends: ends.flatMap((x) => headsAt(x, y, starts)),
  };
}

/** The heads of arrows at an end: one for each side from which they come. */
function headsAt(x: number, y: number, starts: readonly number[]): readonly object[] {
  const sides = [
    ...(starts.some((start) => start <= x) ? [x - 11] : []),
    ...(starts.some((start) => start > x) ? [x + 11] : []),
  ];
  return sides.map((back) => ({
    points: escaped(`${x},${y} ${back},${y - 6} ${back},${y + 6}`),
  }));
}

/** What an arrow is called: the name of its action, which is short. */
function nameOf({ operation }: PlacedOperation): string {
  return operation.action ?? operation.title;
}

function codeHtml(name: string): Html {
  return part("code", { words: escaped(name) });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
