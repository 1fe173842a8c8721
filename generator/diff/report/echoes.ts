import type { Comparison } from "../diff.js";
import { operationWords } from "./reported.js";

/** So many operations are named. */
const few = 3;

/** What is to be known of operations that are read otherwise though their docs are the same; a sentence or two. */
export function echoNote({ echoes }: Comparison): string | undefined {
  if (echoes.length === 0) return undefined;
  const names = echoes.slice(0, few).map((operation) => operationWords({ operation }));
  const more = echoes.length > few ? ` and ${echoes.length - few} more` : "";
  const [who, whose] =
    echoes.length === 1 ? ["1 operation is", "its"] : [`${echoes.length} operations are`, "their"];
  return (
    `${who} read otherwise though ${whose} own docs are the same, since other docs changed that ` +
    `showed what ${echoes.length === 1 ? "it has" : "they have"}: ${names.join(", ")}${more}. ` +
    "That is no change of the service; what is generated may differ there."
  );
}
