// What the program is to see: the same on all platforms, but for what pages are not told.
const ids = [
  "e6d95b70-8c2f-4a13-a7de-41f08b3c5d62",
  "b8a1d4f3-27c6-4e90-8f35-6d2c9e7b1a04",
  "3f0c2a6e-5d1b-4c57-9b7e-0a4d8e2f6c19",
];
const names = ["web-01 before the upgrade", "build worker, nightly", "Debian 12, minimal"];
const label = "größer ☃ 🙂";
const post = "POST /images/{image_id}/metadata";
const tooLate = "RangeError: there is no 2.999 here: it has 2.1 to 2.96";

/** By the name of the step. */
export function expectedOf(platform, hasTls) {
  const isPage = platform.startsWith("page-");
  const root = platform === "page-proxy" ? "/api" : "";
  const login = `POST ${root}/identity/v3/auth/tokens 201`;
  const discovery = `GET ${root}/compute/ 200`;
  return {
    grant: { projectId: "blue", types: ["compute"] },
    list: names,
    pages: ids,
    post: [label, label],
    fault: ["itemNotFound", "Image not found.", true],
    microversions: [200, ids[0], 404, tooLate],
    "sent headers": ["application/json", "application/json", "compute 2.35", "2.35"],
    // Those that the defaults of services do not expose, no page of another origin sees.
    "seen headers": [
      "req-1",
      "compute 2.35",
      ...(platform === "page-cors" ? [null, null] : ["/there", "1"]),
    ],
    "GET after a 401": [200, login, discovery, "GET /images 401", login, "GET /images 200"],
    "POST after a 401": [200, login, discovery, `${post} 401`, login, `${post} 200`],
    "timeout, slow": "TimeoutError",
    "abort, slow": true,
    "timeout, half": "TimeoutError",
    "abort, half": true,
    busy: [200, "GET /images 503", "GET /images 200"],
    lost: ["ConnectionError of GET /images", "GET /images lost", "GET /images lost"],
    "lost in the body": ["ConnectionError of GET /images", "GET /images 200", "GET /images 200"],
    "a POST that is lost": [`ConnectionError of ${post}`, `${post} lost`],
    // A page is not told that the connection was never made: its POST may have arrived.
    "a POST to nowhere": [
      `ConnectionError of ${post}`,
      ...Array(isPage ? 1 : 2).fill(`${post} lost`),
    ],
    redirected: isPage
      ? ["TypeError: GET /moved/images redirects, and a page cannot see where to", "GET /images 0"]
      : [200, "GET /images 307", "GET /images 200"],
    "form sent": ["multipart/form-data", "in a file"],
    "bytes sent": [null, "in bytes"],
    // Chromium sends streams over HTTP/2 alone.
    "stream sent": isPage ? "lost" : [null, "in a stream"],
    "text sent": ["text/plain", "in a text"],
    details: 3,
    ...(!isPage && {
      connect: connected("connect"),
      "through a proxy": connected("through a proxy"),
    }),
    ...(!isPage &&
      hasTls && {
        "by TLS, with its authority": connected("by TLS, with its authority"),
        "by TLS, without its authority": "ConnectionError of POST /identity/v3/auth/tokens",
      }),
  };
}

/** What a session of `connect` sees, each time the same way. */
function connected(name) {
  return {
    images: names.slice(0, 1),
    metadata: name,
    agent: "platforms/1.0 restanza",
    proxied: name === "through a proxy",
    body: "in a stream",
    late: "TimeoutError",
    posts: 1,
    lost: "ConnectionError",
  };
}
