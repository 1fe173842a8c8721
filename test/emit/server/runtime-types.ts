export type { RoutesOf } from "../../../templates/server/runtime/dispatch.js";
export type { Check, Service } from "../../../templates/server/runtime/runtime.js";
