import { findingJson } from "../../diagnostics/report/json.js";
import { type HeldEvent, isFirst, type MadeEvent, type WatchEvent } from "./events.js";

/** The form is a contract: docs/build.md. Members are only ever added. */
export function eventJson(event: WatchEvent): object {
  const version = 1;
  switch (event.event) {
    case "configured":
    case "ready":
      return { version, ...event };
    case "misconfigured": {
      const { because, message, code } = event;
      return { version, event: event.event, because, error: message, exitCode: code };
    }
    case "failed": {
      const { because, message, code } = event;
      return {
        version,
        event: event.event,
        ...service(event),
        because,
        error: message,
        exitCode: code,
      };
    }
    case "held": {
      const { because, reason } = event;
      return {
        version,
        event: event.event,
        ...service(event),
        because,
        reason,
        findings: found(event),
      };
    }
    case "made": {
      const { because, files, handlers, missing, milliseconds, told } = event;
      const { written, removed, restored, kept, strays } = files;
      return {
        version,
        event: event.event,
        ...service(event),
        because,
        title: told.title,
        operations: told.operations,
        schemas: told.schemas,
        files: { written, removed, restored, kept, strays, unchanged: files.unchanged.length },
        findings: found(event),
        handlers,
        missing,
        milliseconds: Math.round(milliseconds),
      };
    }
  }
}

function service({ job }: { readonly job: MadeEvent["job"] }): object {
  return { name: job.name, out: job.out };
}

/** At the start all have appeared: how many there are is told then, not each. */
function found(event: MadeEvent | HeldEvent): object {
  const { findings, all } = event;
  const { appeared, gone } = isFirst(event) ? { appeared: [], gone: [] } : findings;
  return { count: all.length, appeared: appeared.map(findingJson), gone: gone.map(findingJson) };
}
