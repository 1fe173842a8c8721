/* The program in a page: the suite gives it its place, and reads what it saw. */
import { steps, type Place, type Step } from "./program.js";

Object.assign(globalThis, {
  async allSteps(place: Place): Promise<string> {
    const seen: Step[] = [];
    for await (const step of steps(place)) seen.push(step);
    return JSON.stringify(seen);
  },
});
