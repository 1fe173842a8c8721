import type { PlannedFile } from "../../generator/emit/emitter.js";

/** Two plans of one folder: files that stay, change, come, go, and move to another folder. */
export const oldPlan: readonly PlannedFile[] = [
  { path: "openapi.json", text: "{ old }\n" },
  { path: "client/images.ts", text: "old images\n" },
  { path: "client/same.ts", text: "same\n" },
  { path: "gone/gone.ts", text: "old gone\n" },
];

export const newPlan: readonly PlannedFile[] = [
  { path: "openapi.json", text: "{ new }\n" },
  { path: "client/images.ts", text: "new images\n" },
  { path: "client/same.ts", text: "same\n" },
  { path: "server/new.ts", text: "new server\n" },
];

/** A plan whose writing takes a while: every text is full of `word`, and so are some paths. */
export function widePlan(word: string): readonly PlannedFile[] {
  return Array.from({ length: 60 }, (_, index) => ({
    path: index % 6 === 0 ? `${word}/${index}.ts` : `same/${index}.ts`,
    text: `${word} ${index}\n`.repeat(1500),
  }));
}
