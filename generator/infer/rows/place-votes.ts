import type { PlaceVote } from "./place-vote.js";
import { belowLast } from "./votes/below-last.js";
import { besideLast } from "./votes/beside-last.js";
import { depth } from "./votes/depth.js";
import { followers } from "./votes/followers.js";
import { holdsNamesake } from "./votes/holds-namesake.js";
import { onTheWay } from "./votes/on-the-way.js";
import { taken } from "./votes/taken.js";
import { typeClashes } from "./votes/type-clashes.js";
import { typeFits } from "./votes/type-fits.js";

/** Which of several places a row speaks of. Of two that weigh the same, the first in the sample. */
export const placeVotes: readonly PlaceVote[] = [
  depth,
  taken,
  typeFits,
  typeClashes,
  besideLast,
  belowLast,
  onTheWay,
  followers,
  holdsNamesake,
];
