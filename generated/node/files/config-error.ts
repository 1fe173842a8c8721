// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/** What is wrong with the configuration of a cloud; it shows no value of `auth`. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
}
