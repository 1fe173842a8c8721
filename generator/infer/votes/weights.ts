/**
 * What each vote counts. A weight says nothing by itself: it stands here beside those that it is
 * counted against. Groups of one question are compared with each other only.
 */
export const weights = {
  // Which side a sample shows. The name of the file and the label together outweigh a heading that
  // was copied from the other side; what the text itself shows outweighs the heading alone.
  "side: the heading": 2,
  "side: the name of the file": 1.6,
  "side: the label": 1.5,
  "side: a label that is nearer": 1,
  "side: the text itself": 2.5,
  "side: a request heading behind the response": 0.5,

  // Which key all of a body stands under. Two votes of 1 to 2 outweigh one of 3.
  "wrapper: the row of the other number": 3,
  "wrapper: the first row opens": 2.5,
  "wrapper: the first row names the resource": 2,
  "wrapper: wraps bodies of the kind": 2.5,
  "wrapper: wraps other bodies": 1.5,
  "wrapper: close to a body that it wraps": 1,
  "wrapper: the first of several rows": 2,
  "wrapper: the only row of a list": 2.5,
  "wrapper: the only row": 1,
  "wrapper: a row is the word of the path": 3,
  "wrapper: a row means the word of the path": 2,
  "wrapper: the body that documents the same": 2,
  "wrapper: a body of the same path": 1.2,
  "wrapper: close to a body of the same path": 0.5,
  "wrapper: the habit of the service": 1.6,

  // Which of several places a row speaks of. Neighbours weigh most; a type that clashes nearly
  // as much; a second row of a name goes elsewhere whatever speaks for the place.
  "place: each step down": -0.2,
  "place: taken": -5,
  "place: the type fits": 1.5,
  "place: the type clashes": -2.5,
  "place: beside the row before": 3,
  "place: below the row before": 2.8,
  "place: around the row before": 2,
  "place: each of the next three rows": 0.6,
  "place: holds the next of its name": 5,
} as const;

export type WeightName = keyof typeof weights;
