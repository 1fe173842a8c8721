/** A wrong configuration, in sentences that name the setting. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}
