/** Why an output folder could not be written, in words for people; the files there are as they were. */
export class OutputFailure extends Error {
  override readonly name = "OutputFailure";
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "permission was denied",
  EPERM: "permission was denied",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "there is a file of that name, where a folder is to be",
  EISDIR: "there is a folder of that name",
  EXDEV: "it lies on another file system than the rest of the output folder",
  ENAMETOOLONG: "the name is too long for the file system",
  EMFILE: "too many files are open",
  ELOOP: "its symbolic links go round in a circle",
  EIO: "the disk reported an error",
};

/** The system's code of an error, such as `ENOENT`; `undefined` for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** What an error of the system means, in words. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return reasons[code] ?? `the system said ${code}`;
  return error instanceof Error ? error.message : String(error);
}
