import { type Diagnostic, report } from "../../diagnostics/diagnostic.js";
import { ownServers } from "../../diagnostics/rules/own-servers.js";
import { unknownPathMember } from "../../diagnostics/rules/unknown-path-member.js";
import { unreadStatus } from "../../diagnostics/rules/unread-status.js";
import { unservedWebhook } from "../../diagnostics/rules/unserved-webhook.js";
import { isRecord } from "../../openapi/references.js";
import { grammar } from "../grammar.js";
import { below, type Place, spanAt } from "../place.js";
import type { Raw } from "../take-in.js";

/** What the service sends to others is no operation of it. */
export function checkWebhooks({ webhooks }: Raw, place: Place): readonly Diagnostic[] {
  return named(webhooks, below(place, "webhooks"), "webhook");
}

export function checkCallbacks({ callbacks }: Raw, place: Place): readonly Diagnostic[] {
  return named(callbacks, below(place, "callbacks"), "callback");
}

function named(map: unknown, place: Place, what: string): readonly Diagnostic[] {
  if (!isRecord(map)) return [];
  return Object.keys(map).map((name) =>
    report(unservedWebhook, spanAt(below(place, name), "name"), { name, what }),
  );
}

/** A client has one endpoint, for all of its operations. */
export function checkServers({ servers }: Raw, place: Place): readonly Diagnostic[] {
  const [first]: readonly unknown[] = Array.isArray(servers) ? servers : [];
  const url = isRecord(first) ? first["url"] : undefined;
  if (typeof url !== "string") return [];
  const at = below(below(below(place, "servers"), "0"), "url");
  return [report(ownServers, spanAt(at, "value"), { url })];
}

/** Objects of a path that stand under no method (Path Item Object), such as `POST`. */
export function checkPathMembers(item: Raw, place: Place): readonly Diagnostic[] {
  return Object.entries(item)
    .filter(
      ([name, member]) =>
        isRecord(member) && !name.startsWith("x-") && !Object.hasOwn(grammar.pathItem, name),
    )
    .map(([name]) => {
      const small = name.toLowerCase();
      const meant = Object.hasOwn(grammar.pathItem, small) ? small : undefined;
      return report(unknownPathMember, spanAt(below(place, name), "name"), { name, meant });
    });
}

/** Responses stand under numbers, ranges and `default` (Responses Object). */
export function checkStatuses(responses: Raw, place: Place): readonly Diagnostic[] {
  return Object.keys(responses)
    .filter((key) => !/^(?:[1-5]\d\d|[1-5]XX|default|x-.*)$/i.test(key))
    .map((key) => report(unreadStatus, spanAt(below(place, key), "name"), { key }));
}
