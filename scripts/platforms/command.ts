/* The program on Node, Deno and Bun: its place is the first argument, and each step is a line. */
import process from "node:process";
import { cloudSteps } from "./cloud-steps.js";
import { steps, type Place } from "./program.js";

const place = JSON.parse(process.argv[2] ?? "{}") as Place;
for await (const step of steps(place)) console.log(JSON.stringify(step));
for await (const step of cloudSteps()) console.log(JSON.stringify(step));
