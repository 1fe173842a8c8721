// What a script is called with.
import { parseArgs } from "node:util";

/**
 * The values of `options`, as `parseArgs` describes them. `--help` prints `usage` and ends with 0; a
 * wrong option, or what `check` throws of the values, is told above it, and the script ends with 2.
 */
export function readOptions(usage, options, check = () => undefined) {
  try {
    const help = { type: "boolean", default: false };
    const { values } = parseArgs({ options: { ...options, help } });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    check(values);
    return values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
