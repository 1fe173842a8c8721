// A test runner for Stryker that loads Vitest and the tests once, and asks within one process.
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { FastRunner } from "./fast-runner.mjs";

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "restanza", FastRunner)];
