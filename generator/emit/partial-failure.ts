/** A template of the user's cannot be filled: a sentence for people. */
export class PartialFailure extends Error {
  override readonly name = "PartialFailure";
}
