import { expect, test } from "vitest";
import { picture } from "../../generator/diagnostics/report/picture.js";
import { coloured } from "../../generator/diagnostics/report/pretty.js";

test.each<[string, string, string]>([
  // shown                               in the picture                                      why
  ["a & <b>", "a\u00a0&amp;\u00a0&lt;b&gt;", "signs of XML"],
  [`${coloured("red", "^^")} x`, '<tspan class="red">^^</tspan>\u00a0x', "a colour and its end"],
  ["  x", "\u00a0\u00a0x", "an indentation"],
])("%j", (shown, expected) => {
  expect(picture(shown, "t")).toContain(`>${expected}</text>`);
});
