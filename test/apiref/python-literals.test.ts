import { expect, test } from "vitest";
import { type Literal, readAssignments } from "../../generator/apiref/files/python-literals.js";

test.each<[string, string, Literal]>([
  // file                                       why                                     value of `a`
  ["a = 'x'", "a text", "x"],
  ['b = 1\na = "x"  # so\n', "a comment behind it", "x"],
  ["a = u'x' 'y'", "texts beside one another", "xy"],
  ["a = ('x'\n     'y')", "on two lines, in brackets", "xy"],
  ["a = 'x' \\\n    'y'", "on two lines, joined", "xy"],
  ["a = '''x\ny'''", "of several lines", "x\ny"],
  ["a = r'\\d' ", "raw", "\\d"],
  ["a = 'it\\'s\\n\\u00e9'", "escapes", "it's\né"],
  ["a = 909", "a number", 909],
  ["a = True", "a boolean", true],
  ["a = None", "nothing", null],
  ["a = ['x', \"y\",]", "a list", ["x", "y"]],
  ["a = ('x',)", "a tuple of one", ["x"]],
  ["a = {'x': 'y', 'z': [1]}", "a dictionary", { x: "y", z: [1] }],
  ["a = {\n  # so\n  'x': 'y',\n}", "on lines, with a comment", { x: "y" }],
  ["a = {'x': f(1, 2), 'y': 'z'}", "a value that only running tells", { x: undefined, y: "z" }],
  ["a = {}\na['x'] = 'y'\na['z'] = 1", "set afterwards", { x: "y", z: 1 }],
  ["a = 'x'\na = 'y'", "the last one counts", "y"],
  ["a = 'x' + b", "what is computed", undefined],
  ["a = f'x{b}'", "what is put in", undefined],
  ["a = os.path.join('x')", "a call", undefined],
  ["a += 'x'", "what is added to", undefined],
  ["if b:\n    a = 'x'", "what is only sometimes so", undefined],
  ["b = '''\na = 'x'\n'''", "within a text", undefined],
  ["b = [\na == 'x',\n]", "within brackets", undefined],
  ["a = 'x", "a text that does not end", undefined],
  ["a = [", "a list that does not end", []],
])("%j: %s", (text, _why, value) => {
  expect(readAssignments(text).get("a")).toEqual(value);
});

test("a file of brackets is read in one go", () => {
  const deep = `a = ${"[".repeat(50_000)}`;
  expect(readAssignments(deep).size).toBe(1);
});
