import { expect, test } from "vitest";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { readUrl } from "../../generator/apiref/stanzas/url/url.js";
import { memoryTree } from "../../generator/source/memory-tree.js";

test.each([
  // written                          why                          path                     query
  ["/images", "the ordinary case", "/images", []],
  ["/images/", "a trailing slash is significant", "/images/", []],
  ["images", "a slash is added", "/images", []],
  ["/v2//images", "a slash too many", "/v2/images", []],
  ["/images//", "also at the end", "/images/", []],
  ["//images", "and at the beginning", "/images", []],
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
  [
    "/a[?limit=<limit>[&bulk=true]]",
    "what may be left out in brackets",
    "/a",
    [
      ["limit", undefined],
      ["bulk", "true"],
    ],
  ],
  ["/a?limit={limit}&...", "and so on", "/a", [["limit", undefined]]],
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
  ["``/a/(string:id)``", "round brackets right before the backquotes", "/a/{id}"],
  ["/a/[id]", "square brackets", "/a/{id}"],
  ["/a/b[id]", "square brackets within a segment are none", "/a/b[id]"],
  ["/a/(?P<id>[0-9a-f]{8}(?:-x)?)/b", "a group of a regular expression", "/a/{id}/b"],
  ["^/a/(?P<id>\\d+)/$", "all of one, as a router has it", "/a/{id}/"],
  ["^/a/?$", "a slash that may be left out", "/a/"],
  ["/a/{id}#part", "a fragment, which is never sent", "/a/{id}"],
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

test("a slash too many is told, and no slashes of a scheme", () => {
  expect(readUrl("http://{host}/{a}//b/c").notations).toEqual([{ written: "//", meant: "/" }]);
  expect(readUrl("http://{host}/a").notations).toEqual([]);
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
  ["http://<your-host>/<callback_path>", "POST", "a path behind somebody's host"],
  ["https://{fqdn}/{notification_uri}", "POST", "another"],
  ["/{webhook_path}", "POST", "a path alone"],
  ["{URI_given_by_the_user}", "POST", "what words say of it"],
  ["<alarm_action>", "POST", "what is done is posted to an address"],
  ["[notification URI]", "POST", "in brackets"],
])("%s (%s, %s) is a callback", (written, method) => {
  expect(readUrl(written, method)).toMatchObject({ server: undefined, callback: true });
});

test.each([
  ["{endpoint}", "GET", "the root of the service"],
  ["{base_url}", "POST", "also to post to"],
  ["/notifications", "POST", "a resource"],
  ["/{client_id}", "POST", "who is no address"],
  ["/webhooks/{webhook_id}", "POST", "a resource of that name"],
  ["http://{host}/{webhook_id}", "POST", "one that stands at the root"],
  ["http://{host}/{object_path}", "PUT", "a path of the service"],
  ["/{client_path}", "POST", "a path of it, too"],
  ["{server_action}", "POST", "an action of the service"],
  ["{box_id}", "POST", "a slash is missing"],
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

/** What is read of a stanza: calls, and the codes of its findings with the words at fault. */
function stanzaOf(stanza: string): { readonly calls: string; readonly found: string } {
  const text = `Boxes\n=====\n\n.. rest_method:: ${stanza}\n\nNormal response codes: 200\n`;
  const { value, diagnostics } = readApiReference(memoryTree({ "boxes.inc": text }));
  const operations = value.chapters.flatMap(({ operations: all }) => all);
  for (const { method, url } of operations)
    for (const said of [method, url])
      expect(text.slice(said.span.start, said.span.end).toUpperCase()).toBe(
        said.value.toUpperCase(),
      );
  return {
    calls: operations.map(({ method, path }) => `${method.value} ${path}`).join(", "),
    found: diagnostics
      .map(({ code, span }) => `${code} ${text.slice(span?.start, span?.end)}`)
      .join(", "),
  };
}

test.each([
  // stanza                          why                               calls                       found
  ["GET|POST /a", "a bar", "GET /a, POST /a", "several-operations GET|POST /a"],
  ["PUT/PATCH /a", "a slash", "PUT /a, PATCH /a", "several-operations PUT/PATCH /a"],
  ["GET, HEAD /a", "a comma", "GET /a, HEAD /a", "several-operations GET, HEAD /a"],
  ["GET or HEAD /a", "a word", "GET /a, HEAD /a", "several-operations GET or HEAD /a"],
  ["GET /HEAD", "a URL called as a method", "GET /HEAD", ""],
  [
    "GET /a(/{b})",
    "a segment to leave out",
    "GET /a, GET /a/{b}",
    "several-operations GET /a(/{b})",
  ],
  [
    "GET /a[/{b}[/{c}]]",
    "one in another",
    "GET /a, GET /a/{b}, GET /a/{b}/{c}",
    "several-operations GET /a[/{b}[/{c}]]",
  ],
  ["GET /a or /b", "two URLs", "GET /a, GET /b", "several-operations GET /a"],
  ["GET: /a", "a colon", "GET /a", "unusual-url-notation :"],
  ["**GET** /a", "bold", "GET /a", "unusual-url-notation **, unusual-url-notation **"],
  ["GET/a", "no space", "GET /a", ""],
  ["GTE /a", "a slip", "GTE /a", "unknown-method GTE"],
  ["GET /a (deprecated)", "a remark", "GET /a", "words-behind-url (deprecated)"],
  ["GET /a, see below", "more words", "GET /a", "words-behind-url , see below"],
  ["GET /a HTTP/1.1", "a line of a request", "GET /a", "words-behind-url HTTP/1.1"],
  ["GET /a/ {b}", "a space behind a slash", "GET /a/{b}", ""],
  ["GET /a ?b={b} & c={c}", "spaces in a query", "GET /a", ""],
  ["GET /a/{b / c}", "two names in one variable", "GET /a/{b/c}", ""],
  ["GET /a/*", "any segment", "GET /a/*", "unusual-url-sign *"],
  ["GET /a/b(c)", "brackets within a segment", "GET /a/b(c)", "unusual-url-sign ("],
  [
    "POST URI given by the user",
    "an address in words",
    "POST /{URI_given_by_the_user}",
    "callback-address URI given by the user",
  ],
  [
    "GET list of boxes",
    "words that are no URL",
    "",
    "incomplete-method GET list of boxes, no-operation Boxes",
  ],
])("%s (%s)", (stanza, _why, calls, found) => {
  const read = stanzaOf(stanza);
  expect(read.calls).toBe(calls);
  expect(read.found).toBe(found);
});

test("words behind a URL may say that it is deprecated", () => {
  const text =
    "Boxes\n=====\n\n.. rest_method:: GET /a (deprecated)\n\nNormal response codes: 200\n";
  const { value } = readApiReference(memoryTree({ "boxes.inc": text }));
  expect(value.chapters[0]?.operations[0]?.deprecated).toBe(true);
});

test("brackets without end are read in one go", () => {
  const read = readUrl(`/a${"[/b(/c(?P<d>".repeat(3000)}`);
  expect(read.path).toBe("/a[/b(/c");
});
