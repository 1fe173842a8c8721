import { defineCommand } from "citty";
import { readArguments } from "../arguments.js";
import { watchArguments as args } from "../watch/arguments.js";
import { watchServices } from "../watch/watch-services.js";

/** Generates, and again whenever the docs, the configuration or what it imports change. */
export default defineCommand({
  meta: {
    name: "watch",
    description: "Generate, and again whenever something changes that it is made from",
  },
  args,
  run: ({ rawArgs }) => watchServices(readArguments(rawArgs, args)),
});
