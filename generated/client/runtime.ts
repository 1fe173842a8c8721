// Copied by restanza, the same in every output. Edits are lost: run `npx restanza generate`.
/**
 * What every operation of the client shares: one request, one answer. It knows no service, needs
 * nothing but the `fetch` of the platform, and is the same in every output.
 *
 * @module
 */
export type {
  Answer,
  AnyResult,
  BodyOf,
  Download,
  Failure,
  OtherSuccess,
  OtherThan,
  StatusIn,
  Success,
} from "./answers.js";
export { ask, type Call } from "./ask.js";
export { call } from "./call.js";
export {
  behind,
  bind,
  createClient,
  endpointOf,
  type CallContext,
  type CallOptions,
  type CallOptionsAt,
  type Client,
  type ClientMaker,
  type ClientOptions,
  type EndpointOptions,
  type Fetch,
  type Middleware,
  type Send,
  type ServiceType,
  type SessionOptions,
  type SharedOptions,
  type TokenlessOptions,
} from "./client.js";
export { ConnectionError, ResponseError, type Sent } from "./errors.js";
export { messageOf } from "./message.js";
export type { EmptyRequest, Media, OperationRequest, Outgoing, Upload } from "./request.js";
