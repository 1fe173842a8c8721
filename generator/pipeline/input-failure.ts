/** The sources cannot be used at all: a sentence for people. */
export class InputFailure extends Error {
  override readonly name = "InputFailure";
}
