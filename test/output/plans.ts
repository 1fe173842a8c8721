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
