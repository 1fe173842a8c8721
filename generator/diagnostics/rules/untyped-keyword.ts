import type { Rule } from "../diagnostic.js";

export const untypedKeyword: Rule<{ keyword: string }> = {
  code: "untyped-keyword",
  severity: "info",
  message: ({ keyword }) => `types cannot say \`${keyword}\`: they take more than the schema`,
  why: "A value that the schema refuses compiles. The emitted server looks at it all the same.",
  fix: "Nothing; where types are to tell, say it by members, `enum` or `oneOf`.",
  bad: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    Name: { type: string, ⟦not⟧: { enum: [admin] } }\n',
  },
  good: {
    "openapi.yaml":
      'openapi: 3.1.0\ninfo: { title: Images, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    Name: { type: string }\n',
  },
};
