import { array, assert, constantFrom, nat, oneof, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../generator/diagnostics/span.js";
import type { Block, Line } from "../../generator/rst/blocks.js";
import { looksFlattened } from "../../generator/rst/source/flattened.js";
import { passages } from "../../generator/rst/markdown/passages.js";
import { readDocument } from "../../generator/rst/read-document.js";
import { contextOf, toMarkdown } from "../../generator/rst/markdown/to-markdown.js";
import { memoryTree } from "../../generator/source/memory-tree.js";
import { raw } from "./corpora.js";
import { casesOf } from "../cases-of.js";

const sound = `
.. -*- rst -*-

=========
 Buckets
=========

.. warning::

   Ask \`the other service <https://docs.example.org/\\
   buckets>\`__ first.

Keeps *things* in \`\`buckets\`\`; see |more|.

.. |more| replace:: the guide_

.. _guide: https://docs.example.org/guide

List Buckets
============

.. rest_method::  GET /buckets

- one

  .. rest_method:: HEAD /buckets

- two::

     .. rest_method:: NO /code

Normal response codes: 200

Request
-------

.. rest_parameters:: parameters.yaml
   :file: x

\t- name: bucket_name
\t- size : bucket_size

=====  =====
Name   Words
=====  =====
a      b
=====  =====

+---+---+
| a | b |
+---+---+

term
  .. rest_method:: PUT /buckets

:field: body

| line
| line

.. .. rest_method:: NO /comment
`;

const pieces = [
  ...sound.split("\n"),
  "\t",
  "        ",
  "..",
  "::",
  "====",
  "----",
  "text\n.. rest_method:: GET /lost",
  "..rest_method::GET /near",
  "* *a ``b `c |d| e_ __ \\",
  "+--+\n|",
  ".. list-table::\n\n   * - a",
  '.. csv-table::\n   :header: "a\n\n   "b, c',
  "\u2028\u00a0\u200b\ud800",
  "\r",
  ".. include:: x.rst",
];

/** The document with lines deleted, doubled, swapped, indented, cut, or strange ones put between. */
const mutated = array(
  tuple(
    constantFrom("delete", "double", "swap", "indent", "cut", "insert", "join"),
    nat(200),
    constantFrom(...pieces),
    nat(20),
  ),
  { maxLength: 30 },
).map((edits) => {
  const lines = sound.split("\n");
  for (const [edit, where, piece, count] of edits) {
    const at = where % lines.length;
    const line = lines[at] ?? "";
    if (edit === "delete") lines.splice(at, 1);
    if (edit === "double") lines.splice(at, 0, line);
    if (edit === "swap") lines.splice(at, 2, lines[at + 1] ?? "", line);
    if (edit === "indent") lines[at] = " ".repeat(count) + line;
    if (edit === "cut") lines[at] = line.slice(0, count);
    if (edit === "insert") lines.splice(at, 0, piece);
    if (edit === "join") lines.splice(at, 2, `${line} ${lines[at + 1] ?? ""}`);
  }
  return lines.join("\n");
});

function read(text: string) {
  return readDocument(memoryTree({ "x.rst": text }), "x.rst", raw);
}

const lineStart = /^[ \t]*\.\. rest_method::(?=\s|$)/gm;

interface Seen {
  readonly spans: Span[];
  readonly lines: Line[];
  readonly said: (readonly [string, Span])[];
  readonly methods: Set<number>;
  readonly held: Span[];
}

function collect(blocks: readonly Block[], seen: Seen): void {
  for (const block of blocks) {
    seen.spans.push(block.span);
    if (block.kind === "section") seen.said.push([block.title, block.titleSpan]);
    if ("lines" in block) seen.lines.push(...block.lines);
    if (block.kind === "comment" || block.kind === "literal-block") seen.held.push(block.span);
    const directive = block.kind === "substitution" ? block.directive : block;
    if (directive.kind === "directive") {
      seen.said.push([directive.name, directive.nameSpan]);
      seen.lines.push(...directive.argument, ...directive.body);
      for (const option of directive.options) {
        seen.said.push([option.name, option.nameSpan]);
        seen.spans.push(option.valueSpan);
      }
      if (directive.name === "rest_method") seen.methods.add(directive.nameSpan.start);
      if (directive.blocks.length === 0) seen.held.push(directive.span);
      collect(directive.blocks, seen);
    }
    if (block.kind === "section" || block.kind === "block-quote") collect(block.blocks, seen);
    if (block.kind === "bullet-list" || block.kind === "enumerated-list") {
      for (const item of block.items) collect(item.blocks, seen);
    }
    if (block.kind === "definition-list") {
      for (const item of block.items) {
        seen.lines.push(item.term);
        collect(item.blocks, seen);
      }
    }
    if (block.kind === "field-list") for (const field of block.fields) collect(field.blocks, seen);
    if (block.kind === "table") {
      for (const cell of [...block.header, ...block.rows].flat()) collect(cell.blocks, seen);
    }
  }
}

function seenIn(text: string): Seen {
  const seen: Seen = { spans: [], lines: [], said: [], methods: new Set(), held: [] };
  collect(read(text).value.blocks, seen);
  return seen;
}

const anything = oneof(
  mutated,
  mutated.map((text) => text.replace(/\s+/g, " ").trim()),
  array(constantFrom(...pieces, " ", "\n"), { maxLength: 60 }).map((all) => all.join("")),
  string({ unit: "binary", maxLength: 200 }),
);

describe("any document", () => {
  it("is read, and its prose written, without a crash", () => {
    assert(
      property(anything, (text) => {
        const { value } = read(text);
        const context = contextOf(value);
        expect(typeof toMarkdown(value.blocks, context)).toBe("string");
        passages(value.blocks, context);
      }),
      { numRuns: casesOf(2000) },
    );
  });

  it("has spans that give back what was said", () => {
    assert(
      property(anything, (text) => {
        const seen = seenIn(text);
        for (const span of seen.spans) {
          expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        }
        for (const line of seen.lines) {
          expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
        }
        for (const [words, span] of seen.said) {
          expect(text.slice(span.start, span.end)).toBe(words);
        }
      }),
      { numRuns: casesOf(2000) },
    );
  });

  it("loses no line that begins a directive: it is one, or held by code or a comment, or reported", () => {
    assert(
      property(anything, (text) => {
        const seen = seenIn(text);
        const begin = looksFlattened(text) ? /(?:^|(?<=\s))\.\. rest_method::(?=\s|$)/g : lineStart;
        const reported = read(text).diagnostics.map((finding) => finding.span?.start ?? -1);
        for (const match of text.matchAll(begin)) {
          const name = match.index + match[0].indexOf("rest_method");
          const held = seen.held.some((span) => span.start < name && name < span.end);
          const found = seen.methods.has(name) || held || reported.includes(name - 3);
          expect(found, JSON.stringify(text.slice(0, name + 20).slice(-200))).toBe(true);
        }
      }),
      { numRuns: casesOf(2000) },
    );
  });
});
