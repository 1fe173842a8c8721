import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { readUrl } from "../../generator/apiref/stanzas/url.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

test.each([
  // written                          why                          path                     query
  ["/images", "the ordinary case", "/images", []],
  ["/images/", "a trailing slash is significant", "/images/", []],
  ["images", "a slash is added", "/images", []],
  ["/ima\u200bges", "a zero-width space is stripped", "/images", []],
  [
    "/a?limit={limit}&bulk=true",
    "a query",
    "/a",
    [
      ["limit", undefined],
      ["bulk", "true"],
    ],
  ],
  ["/a?limit={limit}&limit=1", "the first of two counts", "/a", [["limit", undefined, true]]],
  ["/a?tag=a&tag=b", "a name twice is repeated", "/a", [["tag", "a", true]]],
  [
    "/a{?limit,marker*}",
    "a query as in RFC 6570",
    "/a",
    [
      ["limit", undefined],
      ["marker", undefined, true],
    ],
  ],
  ["/a?all_tenants", "a query without a value", "/a", [["all_tenants", undefined]]],
  ["/{a}/{b-c}:{d}", "two variables in one segment", "/{a}/{b-c}:{d}", []],
])("%s (%s)", (written, _why, path, query) => {
  const url = readUrl(written);
  expect(url.path).toBe(path);
  expect(url.urlQuery).toEqual(
    query.map(([name, value, repeated]) => ({ name, value, ...(repeated && { repeated }) })),
  );
});

test.each([
  // written                     why                                       path
  ["/a/<id>", "angle brackets", "/a/{id}"],
  ["/a/<task id>/b", "with a space", "/a/{task_id}/b"],
  ["/a/<int:id>", "Flask's kinds", "/a/{id}"],
  ["/a/<{id}>", "both brackets", "/a/{id}"],
  ["/a/{<id>}", "both, the other way", "/a/{id}"],
  ["/a/{{id}}", "two braces", "/a/{id}"],
  ["/a/(id)", "round brackets", "/a/{id}"],
  ["/a/(string:id)/b", "as in Sphinx's httpdomain", "/a/{id}/b"],
  ["/a/f(x)", "round brackets within a segment are none", "/a/f(x)"],
  ["/a/:id/b/:c_id", "as in routers", "/a/{id}/b/{c_id}"],
  ["/:id", "the first of all", "/{id}"],
  ["/a/{id}:import", "an action behind a name", "/a/{id}:import"],
  ["/a/OS-KS:b", "a colon within a word", "/a/OS-KS:b"],
  ["/%(tenant_id)s/a", "Python's format", "/{tenant_id}/a"],
  ["/$(tenant_id)s/a", "the format of catalogs", "/{tenant_id}/a"],
  ["/${id}/$b", "as in a shell", "/{id}/{b}"],
  ["`/a/{id}`", "a backquote on each side", "/a/{id}"],
  ["``/a/<id>``", "two on each side", "/a/{id}"],
  ["``/a/{id}?b=c``", "around the query, too", "/a/{id}"],
  ["/a/{ id }", "spaces within braces", "/a/{id}"],
])("%s (%s) is a template", (written, _why, path) => {
  const url = readUrl(written);
  expect(url.path).toBe(path);
  expect(url).toMatchObject({ server: undefined, callback: false, slashAdded: false });
});

test.each([
  // written                            why                         server                      path
  ["http://host:port/v1/health/", "words", "http://{host}:{port}", "/v1/health/"],
  ["http://{host}:{port}/v1", "variables", "http://{host}:{port}", "/v1"],
  ["http://<host>/v1", "in brackets", "http://{host}", "/v1"],
  ["https://a.example:8774/v2.1/a", "an example", "https://a.example:8774", "/v2.1/a"],
  ["https://a.example", "nothing more", "https://a.example", "/"],
  ["http(s)://host/v1/a", "either scheme", "https://{host}", "/v1/a"],
  ["{scheme}://{host}/v1/a", "any scheme", "{scheme}://{host}", "/v1/a"],
  ["{endpoint}/v1/a", "a variable", "{endpoint}", "/v1/a"],
  ["{endpoint}/a", "a variable, and no version", "{endpoint}", "/a"],
  ["{apiRoot}/a/v1", "in camel case", "{apiRoot}", "/a/v1"],
  ["$ENDPOINT/v1/a", "as in a shell", "{ENDPOINT}", "/v1/a"],
  ["{a_url}:{a_port}/v1/a/", "with a port", "{a_url}:{a_port}", "/v1/a/"],
  ["{service}/v1/a", "before a version", "{service}", "/v1/a"],
  ["localhost:9696/v2.0/a", "no scheme", "localhost:9696", "/v2.0/a"],
  ["host:port/v1/a", "words without a scheme", "{host}:{port}", "/v1/a"],
])("%s (%s) stands on a server", (written, _why, server, path) => {
  const url = readUrl(written);
  expect(url).toMatchObject({ server, path, callback: false, slashAdded: false });
});

test.each([
  ["{project_id}/a", "a name", "/{project_id}/a"],
  ["v3/{project_id}/a", "a version", "/v3/{project_id}/a"],
  ["{account}", "a name alone", "/{account}"],
  ["{server_id}/action", "a server that is a resource", "/{server_id}/action"],
])("%s (%s) only lacks its slash", (written, _why, path) => {
  expect(readUrl(written, "POST")).toMatchObject({
    path,
    server: undefined,
    callback: false,
    slashAdded: true,
  });
});

test.each([
  ["{CallbackUri}", "POST", "as its name says"],
  ["<callback URI>", "POST", "in words"],
  ["/{callback_url}", "PUT", "with a slash"],
  ["{notification_endpoint}", "GET", "also to try it"],
  ["{EndpointUri}", "POST", "the service has a path to post to"],
  ["{client_url}/notify", "POST", "with a path"],
  ["http://{callback_host}:{port}/a", "POST", "with a scheme"],
  ["CALLBACK_URL", "POST", "a bare word"],
])("%s (%s, %s) is a callback", (written, method) => {
  expect(readUrl(written, method)).toMatchObject({ server: undefined, callback: true });
});

test.each([
  ["{endpoint}", "GET", "the root of the service"],
  ["{base_url}", "POST", "also to post to"],
  ["/notifications", "POST", "a resource"],
  ["/{client_id}", "POST", "who is no address"],
  ["/webhooks/{webhook_id}", "POST", "a resource of that name"],
])("%s (%s, %s) is no callback", (written, method) => {
  expect(readUrl(written, method).callback).toBe(false);
});

test.each([
  // stanza                                              why                             method   url       max
  [".. rest_method::   GET /images", "spaces", "GET", "/images", undefined],
  [".. rest_method::\n   GET /images", "all on the next line", "GET", "/images", undefined],
  [".. rest_method:: GET\n   /images", "the URL on the next line", "GET", "/images", undefined],
  [".. rest_method:: GET /im\u2028ages", "a line separator", "GET", "/im\u2028ages", undefined],
  [
    ".. rest_method:: GET /images\n   max_version: 2.10",
    "text, not a number",
    "GET",
    "/images",
    "2.10",
  ],
  [
    ".. rest_method:: GET /images\n\n   max_version: 2.5",
    "below a blank line",
    "GET",
    "/images",
    "2.5",
  ],
  [".. rest_method:: GET /images\n   :max_version: 2.5", "as an option", "GET", "/images", "2.5"],
  [".. rest_method:: copy /images", "lower case", "COPY", "/images", undefined],
])("%j (%s)", (stanza, _why, method, url, max) => {
  const text = `Images\n======\n\n${stanza}\n\nNormal response codes: 200\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "images.inc": text }));
  const operation = value.chapters[0]?.operations[0];
  expect([operation?.method.value, operation?.url.value]).toEqual([method, url]);
  expect(operation?.maxVersion?.value).toBe(max);
  expect(diagnostics).toEqual([]);
  for (const said of [operation?.url, operation?.maxVersion]) {
    if (said) expect(text.slice(said.span.start, said.span.end)).toBe(said.value);
  }
});
