import type { OutputName, ServiceConfig } from "../config/config.js";
import type { DocumentSettings } from "../openapi/write/write-document.js";

/** What of a service's configuration decides its document and its output: no path is in it. */
export interface Settings extends Pick<
  ServiceConfig,
  | "service"
  | "info"
  | "servers"
  | "microversion"
  | "openapi"
  | "microversions"
  | "limits"
  | "faults"
  | "include"
  | "exclude"
  | "severity"
  | "document"
  | "names"
  | "emitters"
> {
  /** Types, client and server unless given; what these import comes with them. */
  readonly emit?: readonly OutputName[];
  /** How the pages for people are made. */
  readonly site?: SiteWishes;
  /**
   * The folder of a runtime that the client shares with those of other services, as a path from the
   * folder of the client. Without one it has a copy of its own.
   */
  readonly runtime?: string;
  /** Texts of OpenAPI Overlay files, applied in this order. */
  readonly overlays?: readonly OverlayText[];
}

export interface SiteWishes {
  /** Whether what `lint` finds stands beside what it is about. */
  readonly findings?: boolean;
  /** Texts of templates that take the place of those of `templates/site`, by their names. */
  readonly partials?: Readonly<Record<string, string>>;
}

export interface OverlayText {
  /** The source that findings in it are given: its path as seen from the root of the tree. */
  readonly name: string;
  readonly text: string;
  /** How messages name it, where that is not `name`. */
  readonly shown?: string;
}

/** What the settings say of the document as a whole; a server may be its URL alone. */
export function documentSettings({ info, servers }: Settings): DocumentSettings {
  return {
    ...(info && { info }),
    ...(servers && {
      servers: servers.map((server) => (typeof server === "string" ? { url: server } : server)),
    }),
  };
}

/** Whether settings hold functions: what these do, nobody can tell without running them. */
export function hasHooks({ document, names, emitters = [] }: Settings): boolean {
  return document !== undefined || names !== undefined || emitters.length > 0;
}
