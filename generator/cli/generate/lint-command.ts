import { ownCall } from "../shell/call.js";
import { hidePlaces } from "../shell/hide-places.js";

/** The command that shows the findings of this run at their places. */
export function lintCommand(tree: string | undefined, config: string | undefined): string {
  const words = [tree, config === undefined ? undefined : `--config ${config}`];
  return hidePlaces([`${ownCall()} lint`, ...words.filter((word) => word !== undefined)].join(" "));
}
