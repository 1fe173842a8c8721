// Words that would be scripts, in every place of the docs, with the page's own policy switched off:
// what keeps them words is how they are written.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "./browser.mjs";
import { makeSite, pagesIn } from "./sites.mjs";

const attack = (at) =>
  `"><img src=x onerror="window.hit='${at}'"><script>window.hit='${at}'</script>`;
const link = (at) => `\`${at} <javascript:window.hit='${at}'>\`__`;

export async function run({ browser, server, places, check }) {
  const tree = join(places.temporary, "hostile", "api-ref", "source");
  mkdirSync(join(tree, "samples"), { recursive: true });
  for (const [name, text] of Object.entries(files())) writeFileSync(join(tree, name), text);
  const folder = join(server.folder, "hostile");
  makeSite(join(places.temporary, "hostile"), folder);
  const described = join(server.folder, "described");
  writeFileSync(join(places.temporary, "hostile.json"), JSON.stringify(document()));
  makeSite(join(places.temporary, "hostile.json"), described);
  for (const name of ["hostile", "described"])
    for (const path of pagesIn(join(server.folder, name)).keys()) {
      const { page, close } = await openPage(browser, { bypassCSP: true });
      await page.goto(server.url(`${name}/${path}`));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        for (const element of document.querySelectorAll("a[href^='javascript']")) element.click();
      });
      await page.keyboard.press("/");
      await page.keyboard.type("onerror");
      await page.waitForSelector("[role=option]");
      const left = await page.evaluate(() => ({
        hit: window.hit,
        scripts: document.querySelectorAll("main script, dialog script").length,
        handlers: [...document.querySelectorAll("*")].filter((element) =>
          [...element.attributes].some(({ name: key }) => key.startsWith("on")),
        ).length,
        links: document.querySelectorAll("a[href^='javascript' i], a[href^='data:' i]").length,
      }));
      const ok = left.hit === undefined && left.scripts + left.handlers + left.links === 0;
      check(`hostile words run nothing: ${name}/${path}`, ok, left);
      await close();
    }
  await compared(browser, server, check);
  check("hostile docs give pages", readdirSync(folder).includes("things.html"));
}

/** What changed between microversions has words of the docs, too. */
async function compared(browser, server, check) {
  const { page, close } = await openPage(browser, { bypassCSP: true });
  await page.goto(server.url("described/changes.html?from=2.0&to=2.3"));
  await page.waitForSelector("#site_compared li");
  const left = await page.evaluate(() => ({
    hit: window.hit,
    markup: document.querySelectorAll("#site_compared img, #site_compared script").length,
    shown: document.querySelector("#site_compared")?.textContent.includes("<img src=x"),
  }));
  const ok = left.hit === undefined && left.markup === 0 && left.shown === true;
  check("hostile words run nothing where two microversions are compared", ok, left);
  await close();
}

function files() {
  return {
    "index.rst": `${attack("title")}\n${"=".repeat(120)}\n\n${attack("prose")} ${link("prose-link")}\n\n.. raw:: html\n\n   <script>window.hit='raw'</script>\n\n.. include:: things.inc\n`,
    "things.inc": `Things ${attack("chapter")}\n${"=".repeat(120)}\n\nShow ${attack("operation")}\n${"-".repeat(120)}\n\n.. rest_method:: GET /things/{thing_id}\n\n${attack("description")} ${link("description-link")}\n\nNormal response codes: 200\n\nError response codes: itemNotFound(404)\n\nRequest\n${"~".repeat(8)}\n\n.. rest_parameters:: parameters.yaml\n\n  - thing_id: thing_id\n\nResponse\n${"~".repeat(8)}\n\n.. rest_parameters:: parameters.yaml\n\n  - name: name\n\n**Example ${attack("caption")}**\n\n.. literalinclude:: samples/thing.json\n`,
    "parameters.yaml": `thing_id:\n  in: path\n  type: string\n  required: true\n  description: |\n    ${attack("parameter")} ${link("parameter-link")}\nname:\n  in: body\n  type: string\n  required: true\n  description: |\n    ${attack("member")} <${"a".repeat(3)} onclick=window.hit='tag'>\n`,
    "samples/thing.json": JSON.stringify({ name: attack("sample"), [attack("name")]: 1 }),
  };
}

function document() {
  const schema = {
    type: "object",
    title: attack("schema"),
    properties: {
      [attack("member-name")]: {
        type: attack("type"),
        description: attack("member"),
        enum: [attack("value")],
      },
      [attack("newer")]: { type: "string", "x-openstack": { "min-ver": "2.3" } },
      link: {
        description:
          "[x](javascript:window.hit='md') [y](site:javascript:window.hit='site') ![z](https://a.example/x.png)",
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: { title: attack("title"), version: "1", description: attack("info") },
    tags: [{ name: attack("tag"), description: attack("tag") }],
    paths: {
      [`/x/{${attack("variable").replaceAll("/", "")}}`]: {
        get: {
          operationId: attack("id"),
          summary: attack("summary"),
          description: attack("description"),
          tags: [attack("tag")],
          responses: {
            200: {
              description: attack("response"),
              content: { [attack("media")]: { schema, example: attack("example") } },
            },
          },
        },
      },
    },
  };
}
