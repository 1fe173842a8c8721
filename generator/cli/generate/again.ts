import { recallCommand } from "../cache/command-record.js";
import { cacheFolder } from "../cache/folder.js";
import { Memories, type Recalled } from "../jobs/memory.js";
import { missingPackages } from "../jobs/packages.js";
import { reportFor } from "./report.js";

/** Settings of `generate` that ask for more than what the last run left. */
const more = /^(?:--(?:force|depfile|fail-on|help|no-cache)\b|-h$)/;

/** Words that name another command; those behind `generate` are its own. */
const others =
  /^(?:init|check|lint|inputs|why|explain|watch|diff|docs|help|version|--?(?:version|help)|-[hv])$/;

/**
 * Does what a command line asks for where that is nothing: the same words as before, and the same
 * configuration, sources, settings, program and outputs. Says what the last run said, and gives
 * true; false where there is something to do, or to doubt: then nothing was said or done. It stands
 * for itself, since loading the rest of the program takes longer than all of it.
 */
export function generateAgain(words: readonly string[]): boolean {
  try {
    const [first = ""] = words;
    if (others.test(first) || words.some((word) => more.test(word))) return false;
    const began = performance.now();
    const folder = cacheFolder(words);
    const record = folder && recallCommand(folder, words);
    if (record === undefined) return false;
    const memories = new Memories(folder);
    const recalled: Recalled[] = [];
    for (const job of record.jobs) {
      const found = memories.recall(job);
      if (found === undefined || found.isEdited) return false;
      // How to add them is known to the rest of the program.
      if (missingPackages(job.out, job.settings).length > 0) return false;
      recalled.push(found);
    }
    const report = reportFor(record.audience);
    record.jobs.forEach((job, index) => {
      const found = recalled[index];
      if (found === undefined) return;
      report.made(job, {
        told: found.told,
        files: found.files,
        handlers: [],
        missing: [],
        read: { root: "", ids: found.inputs.ids },
        milliseconds: performance.now() - began,
        // Asked for by `--fail-on` alone.
        weights: { error: 0, warning: 0, info: 0 },
      });
    });
    report.end();
    return true;
  } catch {
    // Whatever is wrong, the run that does everything finds it, and has the words for it.
    return false;
  }
}
