import { STATUS_CODES } from "node:http";

/** What RFC 9110 calls otherwise than Node, and codes that services have and no registry knows. */
const others: Readonly<Record<number, string>> = {
  413: "Content Too Large",
  422: "Unprocessable Content",
  498: "Invalid Token",
  499: "Client Closed Request",
};

/** The words for a status code: those of the HTTP Status Code Registry (RFC 9110, section 15). */
export function statusPhrase(code: number): string {
  return others[code] ?? STATUS_CODES[code] ?? (code < 400 ? "Success" : "Error");
}
