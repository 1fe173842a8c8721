/** Names of what is told once, to whom it concerns: `adminPass`, `secret_key`, `private_key`. */
const secret =
  /pass(?:word|wd|phrase|code)?s?$|secret|token|credential|private_?key|(?:^|_)(?:api_?|access_?)?keys?$/i;

/** Whether a member has the name of a secret, which only the answer that made it may tell. */
export const isSecret = (name: string): boolean => secret.test(name);
