// A run of the program by a command, in a folder with the clouds.yaml of its cloud.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What it printed, step by step, and what it said when it failed. */
export function runProgram({ command, env, program, cloud, home }) {
  const [file, ...words] = command;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "clouds.yaml"), cloudsYaml(cloud, home));
  const { base, nowhere, secure } = cloud;
  const place = JSON.stringify({ base, nowhere });
  const child = spawn(file, [...words, program, place], {
    cwd: home,
    // No setting of the machine: neither its proxies, which would be taken, nor its clouds.
    env: {
      PATH: process.env.PATH,
      HOME: home,
      PROXY: base,
      ...(secure && { SECURE: secure }),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve) => {
    let [printed, said] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
    child.once("error", (error) => (said += error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      const lines = printed.split("\n").filter((line) => line.startsWith("["));
      resolve({ code, said, steps: lines.map((line) => JSON.parse(line)) });
    });
  });
}

function cloudsYaml({ base, secure = "https://localhost" }, home) {
  const auth = (root) =>
    `{ auth_url: ${root}/identity, username: demo, user_domain_id: default, password: pässword, ` +
    "project_name: blue, project_domain_id: default }";
  return [
    "clouds:",
    `  one: { region_name: A, auth: ${auth(base)} }`,
    `  secure: { region_name: A, cacert: ${join(home, "..", "cert.pem")}, auth: ${auth(secure)} }`,
    `  stranger: { region_name: A, auth: ${auth(secure)} }`,
    "",
  ].join("\n");
}

/** A certificate of its own for `localhost`; undefined where there is no openssl. */
export function makeCertificate(folder) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const words = ["req", "-x509", "-days", "2", ...kind, ...subject, "-keyout", key, "-out", cert];
  try {
    execFileSync("openssl", words, { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
