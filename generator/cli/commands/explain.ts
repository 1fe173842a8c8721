import { type ArgsDef, defineCommand } from "citty";
import { catalogue } from "../../diagnostics/catalogue.js";
import { explain } from "../../diagnostics/explain.js";
import { readArguments } from "../arguments.js";
import { exit } from "../shell/failure.js";
import { paintFor, print } from "../shell/terminal.js";
import { unknownCode } from "../shell/unknown-code.js";

const args = {
  code: { type: "positional", required: false, description: "A diagnostic code; all without it" },
} as const satisfies ArgsDef;

/** Says why a code matters, what is wrong and what is right. */
export default defineCommand({
  meta: { name: "explain", description: "Say why a diagnostic code matters and how to mend it" },
  args,
  run({ rawArgs }) {
    const [code] = readArguments(rawArgs, args).positionals;
    if (code === undefined) {
      const width = Math.max(0, ...catalogue.map((rule) => rule.code.length));
      for (const rule of catalogue) print(`${rule.code.padEnd(width)}  ${rule.severity}`);
      return exit.ok;
    }
    const rule = catalogue.find((known) => known.code === code);
    if (rule === undefined) {
      throw unknownCode(code);
    }
    print(explain(rule, paintFor(process.stdout)));
    return exit.ok;
  },
});
