import type { SideVote } from "./side-vote.js";
import { file } from "./votes/file.js";
import { heading } from "./votes/heading.js";
import { label } from "./votes/label.js";
import { nearerLabel } from "./votes/nearer-label.js";
import { secondHeading } from "./votes/second-heading.js";
import { text } from "./votes/text.js";

/** Which side a sample shows. Of two that weigh the same the response: docs show more of those. */
export const sideVotes: readonly SideVote[] = [
  heading,
  file,
  label,
  nearerLabel,
  text,
  secondHeading,
];
