import type { Finding } from "../../diagnostics/report/finding.js";
import type { Written } from "../../output/write.js";
import type { ExitCode } from "../shell/failure.js";
import type { OutputJob } from "../jobs/job.js";
import type { Told } from "../findings/summary.js";

/** Findings that a change brought, and those that it took away. */
export interface FindingsChange {
  readonly appeared: readonly Finding[];
  readonly gone: readonly Finding[];
}

/** A service was made, or would have been: why, and what there is to say of its docs. */
interface OfService {
  readonly job: OutputJob;
  /** The files whose change led to it, as seen from the working folder; none at the start. */
  readonly because: readonly string[];
}

/** The output of a service is what its docs give. */
export interface MadeEvent extends OfService {
  readonly event: "made";
  /** `first` at the start, `again` where the last event of this service was that nothing was made. */
  readonly run: "first" | "next" | "again";
  readonly told: Told;
  readonly files: Written;
  /** What became of the handlers file, a sentence each. */
  readonly handlers: readonly string[];
  readonly missing: readonly string[];
  /** Since the last event of this service that had findings; all of them appeared at the start. */
  readonly findings: FindingsChange;
  /** Every finding there is. */
  readonly all: readonly Finding[];
  /** From the change that was seen first to the last file on disk. */
  readonly milliseconds: number;
}

/** The output of a service stays as it is, since a file looks as if it was saved by half. */
export interface HeldEvent extends OfService {
  readonly event: "held";
  readonly reason: string;
  readonly findings: FindingsChange;
  readonly all: readonly Finding[];
}

/** There is no output of a service, or it stays as it is: the docs, or the disk, are not fit. */
export interface FailedEvent extends OfService {
  readonly event: "failed";
  readonly message: string;
  readonly code: ExitCode;
}

/** The configuration cannot be used: the services go on as they were configured before. */
export interface MisconfiguredEvent {
  readonly event: "misconfigured";
  readonly because: readonly string[];
  readonly message: string;
  readonly code: ExitCode;
}

/** The configuration can be used again. */
export interface ConfiguredEvent {
  readonly event: "configured";
}

/** Every service was made once, and changes are seen from now on. */
export interface ReadyEvent {
  readonly event: "ready";
  readonly services: readonly string[];
  /** How many files are watched. */
  readonly files: number;
}

/** What happens while services are watched. */
export type WatchEvent =
  | MadeEvent
  | HeldEvent
  | FailedEvent
  | MisconfiguredEvent
  | ConfiguredEvent
  | ReadyEvent;

/** Of the start there is a sum, and no list: real docs have hundreds of findings. */
export function isFirst(event: MadeEvent | HeldEvent): boolean {
  return event.event === "made" && event.run === "first";
}
