import { place, type PlaceVote } from "../place-vote.js";

export const holdsNamesake: PlaceVote = {
  name: "holds the next of its name",
  why: "Of two rows of one name the first opens the object in which the second stands.",
  kept: "JSON: an object may have a member of its own name, and os-api-ref's lists follow the structure",
  weight: "place: holds the next of its name",
  example: {
    docs: "Rows `lid`, `id`, `lid`, all texts; the sample is `{ lid: { id, lid } }`.",
    facts: [
      place({ depth: 1, type: "clashes", holdsNamesake: true }),
      place({ depth: 2, type: "fits" }),
    ],
    gives: 0,
  },
  says: (facts) => (facts.holdsNamesake ? 1 : 0),
};
