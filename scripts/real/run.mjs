// A child process with an end: what it prints is kept, and it is stopped with all of its own
// children when its time is up.
import { spawn } from "node:child_process";

/** Groups of processes that still run, by the id of their leader. */
const running = new Set();

/** Runs `command` for at most `seconds`; gives its exit code and its output, both streams. */
export function run(command, words, { seconds, show = false, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // a group of its own, which can be stopped as a whole
      ...options,
    });
    if (child.pid !== undefined) running.add(child.pid);
    const pieces = [];
    const keep = (piece) => {
      pieces.push(piece);
      if (show) process.stdout.write(piece);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child.pid);
    }, seconds * 1000);
    const done = (code, more = "") => {
      clearTimeout(timer);
      running.delete(child.pid);
      child.stdout.destroy();
      child.stderr.destroy();
      const said = late ? `stopped after ${seconds} s\n` : more;
      resolve({ code, output: Buffer.concat(pieces).toString("utf8") + said });
    };
    child.on("error", (error) => done(127, `${error.message}\n`));
    // Not "close": services that a script leaves behind may hold its streams.
    child.on("exit", (code, signal) =>
      setTimeout(() => done(code ?? 1, signal ? `ended by ${signal}\n` : ""), 200),
    );
  });
}

/** Stops what runs, when the script itself is stopped. */
export function stopAll() {
  for (const pid of running) stop(pid);
}

function stop(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended meanwhile
  }
}
