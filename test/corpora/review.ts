import { readFileSync } from "node:fs";
import type { FindingKey } from "./found-findings.js";

/** A finding that was drawn, and whether it is true of the docs: judged by eye. */
export interface Reviewed extends FindingKey {
  readonly service: string;
  /** For people: where it was when it was judged. */
  readonly line: number;
  readonly right: boolean;
  readonly why: string;
}

interface Review {
  /** How many findings of each code there are. */
  readonly found: Readonly<Record<string, number>>;
  readonly reviewed: readonly Reviewed[];
}

/** What `scripts/draw-findings.mjs` drew, with what people said of it. */
export const review: Review = JSON.parse(
  readFileSync(new URL("findings.json", import.meta.url), "utf8"),
);
