// The services that test:real talks to: real ones, of Debian, by the scripts of ../shared/real.
import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { run } from "./run.mjs";

const python = "/usr/bin/python3"; // the one that sees Debian's libraries
const packages = ["python3-neutron", "python3-manila", "python3-swift", "swift"];
/** Only their files are wanted: unpacked, not installed. */
const unpacked = ["neutron-common", "manila-common"];
/** Where each service answers, from the first port on. */
const offsets = { neutron: 5, swift: 6, manila: 12, memcached: 30 };
const usedOffsets = [0, 1, 2, 3, 4, 5, 6, 12, 20, 21, 22, 30];
/** Without the plugins that are packages of their own. */
const plugins = "router,qos,trunk,tag,flavors,revisions,timestamp,network_ip_availability";

/** Cinder's own fake driver cannot extend a volume: here it takes the new size. */
const fakeExtends =
  "from cinder.tests import fake_driver\n" +
  "fake_driver.FakeLoggingVolumeDriver.extend_volume = lambda self, volume, new_size: None\n";
const cinderStarts = "launcher = osvc.ServiceLauncher(";

/** Why nothing can be started here, or undefined. */
export function whyNot(shared) {
  if (!existsSync(join(shared, "real", "start-real.sh"))) return `there is no ${shared}/real`;
  if (process.platform !== "linux") return "the services run on Linux only";
  if (process.getuid?.() !== 0) return "installing the services wants root";
  if (!existsSync("/usr/bin/apt-get")) return "there is no apt-get to install the services with";
  return undefined;
}

/** Starts the services in `home`; gives where they answer, and says what could not be started. */
export async function startServices(shared, home) {
  const scripts = join(home, "scripts");
  cpSync(join(shared, "real"), scripts, { recursive: true });
  makeWritable(scripts); // the originals may not be
  const cinder = join(scripts, "cinder_all.py");
  const text = readFileSync(cinder, "utf8");
  writeFileSync(cinder, text.replace(cinderStarts, fakeExtends + cinderStarts));
  const first = await freePorts();
  const state = join(home, "state");
  const debs = join(home, "debs");
  mkdirSync(join(state, "run"), { recursive: true });
  mkdirSync(join(state, "log"), { recursive: true });
  const env = {
    ...process.env,
    REAL_HOME: state,
    REAL_PORTS: String(first),
    REAL_DEBS: debs,
    NEUTRON_PLUGINS: plugins,
    DEBIAN_FRONTEND: "noninteractive",
  };
  const services = { scripts, state, debs, env, first, more: join(scripts, "more") };
  const started = await timed("Keystone, Glance, Placement, Nova, Cinder", () =>
    run("bash", [join(scripts, "start-real.sh"), "--fresh"], { env, seconds: 2400 }),
  );
  if (started.code !== 0) throw new Error(`they did not start:\n${tail(started.output, 40)}`);
  const endpoints = readEndpoints(state);
  const missing = await install(services);
  if (missing === undefined) {
    stopStub(state);
    startMemcached(services);
    for (const name of ["neutron", "manila", "swift"]) {
      const { code, output } = await timed(name, () =>
        run("bash", ["more.sh", name], { cwd: services.more, env, seconds: 600 }),
      );
      if (code === 0) endpoints[name.toUpperCase()] = `http://127.0.0.1:${first + offsets[name]}`;
      else console.log(`${name} did not start, and is skipped:\n${tail(output, 20)}`);
    }
  } else console.log(`Neutron, Manila and Swift are skipped:\n${missing}`);
  return endpoints;
}

/** Stops whatever was started in `home`. */
export async function stopServices(home) {
  const script = join(home, "scripts", "stop-real.sh");
  const env = { ...process.env, REAL_HOME: join(home, "state") };
  if (existsSync(script)) await run("bash", [script], { env, seconds: 120 });
}

/** The last errors that the services themselves wrote down. */
export function errorsOf(home) {
  const folder = join(home, "state", "log");
  if (!existsSync(folder)) return "";
  const said = readdirSync(folder)
    .toSorted()
    .map((name) => {
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      const wrong = lines.filter((line) => /\b(?:ERROR|CRITICAL|Traceback)\b/.test(line));
      return wrong.length === 0 ? "" : `── ${name}\n${wrong.slice(-8).join("\n")}\n`;
    });
  return said.join("");
}

async function install({ env, debs }) {
  const apt = ["-o", "DPkg::Lock::Timeout=600"];
  const words = [...apt, "install", "-y", "--no-install-recommends", ...packages];
  const installed = await timed("install Neutron, Manila, Swift", () =>
    run("apt-get", words, { env, seconds: 1800 }),
  );
  if (installed.code !== 0) return tail(installed.output, 10);
  const fetched = await run("apt-get", [...apt, "download", ...unpacked], {
    cwd: debs,
    env,
    seconds: 300,
  });
  if (fetched.code !== 0) return tail(fetched.output, 10);
  for (const name of readdirSync(debs).filter((each) => each.endsWith(".deb")))
    await run("dpkg", ["-x", name, "x"], { cwd: debs, env, seconds: 60 });
  return undefined;
}

/** A stub of Neutron was started beside Nova, at the port of the real one. */
function stopStub(state) {
  const file = join(state, "run", "neutron-stub.pid");
  if (!existsSync(file)) return;
  process.kill(-Number(readFileSync(file, "utf8")), "SIGTERM");
  rmSync(file);
}

function startMemcached({ more, state, first }) {
  const log = openSync(join(state, "log", "memcached.out"), "w");
  const words = [join(more, "mc.py"), String(first + offsets.memcached)];
  const child = spawn(python, words, { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.on("error", (error) => console.log(error.message));
  child.unref();
  if (child.pid !== undefined) writeFileSync(join(state, "run", "memcached.pid"), `${child.pid}\n`);
}

function readEndpoints(state) {
  const lines = readFileSync(join(state, "endpoints.env"), "utf8").trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

function makeWritable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeWritable(path);
    else chmodSync(path, 0o755);
  }
}

/**
 * The first port of a range in which all that are wanted are free. Below those that Linux gives to
 * clients (from 32768 on): one of them might take a port before its service does.
 */
async function freePorts() {
  for (let first = 21_000; first < 32_000; first += 100) {
    const free = await Promise.all(usedOffsets.map((offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
  throw new Error("no free ports");
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

async function timed(name, task) {
  const began = performance.now();
  const result = await task();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${result.code === 0 ? "ok    " : "FAILED"} ${name}, ${seconds} s`);
  return result;
}

const tail = (text, count) => text.trimEnd().split("\n").slice(-count).join("\n");
