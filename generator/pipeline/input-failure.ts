/** The sources cannot be used at all: a sentence for people. */
export class InputFailure extends Error {
  override readonly name = "InputFailure";
}

/** The inputs were written to while they were read: a run a moment later reads them whole. */
export class ChangingInputs extends InputFailure {}
