import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ApiReference } from "../../generator/apiref/model.js";
import { decideSides } from "../../generator/infer/sides/decide-sides.js";
import { rules } from "../../generator/infer/rules.js";
import { readApiReference } from "../../generator/apiref/read-api-reference.js";
import { openTree } from "../../generator/source/disk-tree.js";

const shared = join(import.meta.dirname, "../../../shared");

function read(path: string): ReturnType<typeof readApiReference> {
  const opening = openTree(join(shared, path));
  if (opening.kind === "refused") throw new Error(opening.reason);
  return readApiReference(opening.tree);
}

/** What both forms of the document must say alike; the prose may differ. */
function said(reference: ApiReference): unknown {
  return decideSides(reference, rules).chapters.map((chapter) => ({
    name: chapter.name,
    title: chapter.title,
    deprecated: chapter.deprecated,
    operations: chapter.operations.map((operation) => ({
      title: operation.title.value,
      method: operation.method.value,
      path: operation.path,
      lists: [operation.request, operation.response].map((lists) =>
        lists.map((list) => list.rows.map((row) => `${row.name.value}: ${row.reference.value}`)),
      ),
      codes: operation.statuses.map(({ code, kind, name }) => ({ code, kind, name })),
      samples: operation.samples.map(({ side, caption, path }) => [side, caption, path?.value]),
    })),
  }));
}

describe.skipIf(!existsSync(join(shared, "seed/images.inc")))(
  "the flattened seed (../shared/seed; skipped without it)",
  () => {
    it("says what the laid-out document says", () => {
      const seed = read("seed/images.inc");
      const laidOut = read("corpora/nova/api-ref/source/images.inc");
      expect(seed.value.methods).toBe(10);
      expect(said(seed.value)).toEqual(said(laidOut.value));
    });

    it("reports each file and each reference that is not there, at its place", () => {
      const { value, diagnostics } = read("seed/images.inc");
      const rows = value.chapters
        .flatMap((chapter) => chapter.operations)
        .flatMap((operation) => [...operation.request, ...operation.response])
        .flatMap((list) => list.rows);
      expect(rows.every((row) => row.entry === undefined)).toBe(true);
      const places = diagnostics
        .filter(({ code }) => code === "unknown-reference")
        .map(({ span }) => span);
      expect(places).toEqual(rows.map((row) => row.reference.span));
      const codes = new Set(diagnostics.map(({ code }) => code));
      expect([...codes].sort()).toEqual([
        "file-outside-tree",
        "layout-recovered",
        "link-without-target",
        "missing-file",
        "unknown-reference",
      ]);
    });
  },
);
