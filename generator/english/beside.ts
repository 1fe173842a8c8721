/** The names of what stands beside the resources of an answer: pages, links and counts. */
export const beside =
  /^(?:next|prev|previous|first|last|marker|limit|offset|page|count|total|size|links)(?:_|$)|_(?:links|count|total)$/i;
