import { expect, test } from "vitest";
import { splitItem } from "../../generator/apiref/stanzas/rest-parameters.js";

test.each([
  // row                                  why                                name                    reference
  ["- name: image_name", "the ordinary case", "name", "image_name"],
  ["- type : image_type_query", "a space before the colon", "type", "image_type_query"],
  [
    "- OS-EXT-IMG-SIZE:size: image_size",
    "a colon in the name",
    "OS-EXT-IMG-SIZE:size",
    "image_size",
  ],
  ["- servers.uuid: server_uuid", "a dotted name", "servers.uuid", "server_uuid"],
  ["- {key}: meta.key", "a placeholder", "{key}", "meta.key"],
  ["- name~: filter~", "trailing tildes", "name~", "filter~"],
  ["-   name:   image_name   ", "spaces everywhere", "name", "image_name"],
  ['- "name": image_name', "quotes as in YAML", "name", "image_name"],
  ["- name: image_name # as of 2.1", "a comment as in YAML", "name", "image_name"],
  ["  name: image_name", "a further pair of the item above", "name", "image_name"],
  [
    "- OS-DCF:diskConfig: OS-DCF:diskConfig",
    "a colon in both",
    "OS-DCF:diskConfig",
    "OS-DCF:diskConfig",
  ],
])("%s (%s)", (text, _why, name, reference) => {
  const item = splitItem({ text, source: "images.inc", start: 100 });
  expect(item?.name.value).toBe(name);
  expect(item?.reference.value).toBe(reference);
  for (const said of [item?.name, item?.reference]) {
    expect(text.slice((said?.span.start ?? 0) - 100, (said?.span.end ?? 0) - 100)).toBe(
      said?.value,
    );
  }
});

test.each([
  ["- name", "no reference"],
  ["- name:", "no reference behind the colon"],
  ["- : image_name", "no name"],
  ["- name:image_name", "no space behind the colon: a plain word in YAML"],
  ["some prose", "no row at all"],
])("%s is no row (%s)", (text) => {
  expect(splitItem({ text, source: "images.inc", start: 0 })).toBeUndefined();
});
