import type { Operation } from "../reference.js";

const none =
  /\b(?:(?:does|do) not (?:accept|take|have|need|require|expect)|(?:has|have|takes?|needs?|requires?|accepts?|with|is)) (?:no|an?|any)? ?(?:request )?body\b|\bwithout (?:an?|any)? ?(?:request )?body\b/i;
const denied = /\bnot\b|\bno\b|\bwithout\b/i;

/** Whether the docs say of a request, in its description or where they speak of it, that it has no body. */
export function saysNoBody({ description, remarks }: Operation): boolean {
  const about = remarks.flatMap(({ side, words }) => (side === "request" ? [words] : []));
  return [description.markdown, ...about].some((words) => {
    const said = none.exec(words)?.[0];
    return said !== undefined && denied.test(said);
  });
}
