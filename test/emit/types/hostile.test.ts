import * as fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { compile } from "./compile.js";
import { emitted, misformatted } from "./emitted.js";
import { hostileDocuments } from "./hostile-documents.js";
import { casesOf } from "../../cases-of.js";

/** Statements that types may be made of. */
const allowed = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
]);

test("whatever the words are, only types are declared, and they parse", async () => {
  await fc.assert(
    fc.asyncProperty(hostileDocuments, async (document) => {
      for (const [name, text] of Object.entries(await emitted(document))) {
        const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
        expect(
          file.statements.filter(({ kind }) => !allowed.has(kind)).map((s) => s.getText()),
        ).toEqual([]);
        expect(file).toHaveProperty("parseDiagnostics", []);
        expect(text).not.toMatch(/\bany\b(?!.*\*\/)(?=[;[\])>|&])/);
      }
    }),
    { numRuns: casesOf(150), endOnFailure: true },
  );
});

test("what parses also compiles under the strictest flags, and is written in its final form", async () => {
  await fc.assert(
    fc.asyncProperty(hostileDocuments, async (document) => {
      const files = await emitted(document);
      expect(compile(files)).toEqual([]);
      expect(misformatted(files)).toBe("");
    }),
    { numRuns: casesOf(8), endOnFailure: true },
  );
});

test("the same document gives the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(hostileDocuments, async (document) => {
      expect(await emitted(JSON.parse(JSON.stringify(document)))).toEqual(await emitted(document));
    }),
    { numRuns: casesOf(20), endOnFailure: true },
  );
});
