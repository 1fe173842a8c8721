import type { Rule } from "../diagnostic.js";

export const callbackAddress: Rule<{ url: string }> = {
  code: "callback-address",
  severity: "info",
  message: ({ url }) =>
    `${url} is an address that the service is given and calls: a webhook, with no function and no route`,
  why: "The service sends this request, and whoever subscribed answers it. It stands under `webhooks` in the document; client and server leave it out.",
  fix: "Nothing, if that is meant. A path of the service begins with a slash and a word.",
  bad: "Tasks\n=====\n\n.. rest_method:: POST ⟦{CallbackUri}⟧\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
  good: "Tasks\n=====\n\n.. rest_method:: POST /callbacks\n\nNormal response codes: 200\n\nRequest\n-------\n\n",
};
