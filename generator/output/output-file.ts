/** A file as it is to be on disk: a path in the output folder, and its text or its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}
