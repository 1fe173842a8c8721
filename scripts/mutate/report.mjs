// What is told of a run.

const killedBy = new Set(["Killed", "Timeout"]);
/** A mutant that does not compile or load is no mutant. */
const noMutant = new Set(["CompileError", "RuntimeError", "Ignored"]);

/** A line for each folder of files and one for all, and the share that was killed, in percent. */
export function summary(outcomes) {
  const counted = outcomes.filter(({ status }) => !noMutant.has(status));
  const rooms = [...new Set(counted.map(roomOf))].toSorted();
  const lines = rooms.map((room) =>
    line(
      room,
      counted.filter((one) => roomOf(one) === room),
    ),
  );
  return { lines: [...lines, line("all", counted)], killed: share(counted) };
}

const roomOf = ({ file }) => file.split("/").slice(0, -1).join("/");

function line(name, outcomes) {
  const killed = outcomes.filter(({ status }) => killedBy.has(status)).length;
  const unasked = outcomes.filter(({ status }) => status === "NoCoverage").length;
  const told = `${killed} of ${outcomes.length} killed, ${unasked} that no test runs`;
  return `${share(outcomes).toFixed(1).padStart(5)} %  ${name}: ${told}`;
}

function share(outcomes) {
  if (outcomes.length === 0) return 100;
  return (100 * outcomes.filter(({ status }) => killedBy.has(status)).length) / outcomes.length;
}
