// What a script is called with.
import { parseArgs } from "node:util";

/**
 * The values of `options`, as `parseArgs` describes them. `--help` prints `usage` and ends with 0; a
 * wrong option, or what `check` throws of the values, is told above it, and the script ends with 2.
 */
export function readOptions(usage, options, check = () => undefined) {
  return readWords(usage, options, (values, words) => {
    if (words.length > 0) throw new Error(`Unexpected: ${words.join(" ")}`);
    check(values);
  }).values;
}

/** As `readOptions`, for scripts that take words beside options: the values, and the words. */
export function readWords(usage, options, check) {
  try {
    const help = { type: "boolean", default: false };
    const settings = { options: { ...options, help }, allowPositionals: true };
    const { values, positionals } = parseArgs(settings);
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    check(values, positionals);
    return { values, words: positionals };
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
