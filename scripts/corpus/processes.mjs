// Runs child processes, at most so many at once, and keeps what they print.
import { spawn } from "node:child_process";

/** A gate that lets `width` tasks through at a time, in the order they came. */
export function gate(width) {
  let free = width;
  const waiting = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** Runs `command` and gives its exit code, its output (both streams) and its seconds. */
export function run(command, words, options = {}) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(command, words, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const pieces = [];
    child.stdout.on("data", (piece) => pieces.push(piece));
    child.stderr.on("data", (piece) => pieces.push(piece));
    const done = (code, more = "") => {
      const output = Buffer.concat(pieces).toString("utf8") + more;
      resolve({ code, output, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => done(127, String(error)));
    child.on("close", (code, signal) => done(code ?? 1, signal ? `ended by ${signal}\n` : ""));
  });
}
