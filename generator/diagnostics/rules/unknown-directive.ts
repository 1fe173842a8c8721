import type { Rule } from "../diagnostic.js";

export const unknownDirective: Rule<{
  directive: string;
  meant?: string | undefined;
  extension?: string | undefined;
}> = {
  code: "unknown-directive",
  severity: "error",
  message({ directive, meant, extension }) {
    if (extension !== undefined)
      return `"${directive}" is a directive of ${extension}, which conf.py does not name`;
    return `there is no directive "${directive}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
  },
  why: "Sphinx shows an error in place of the directive: an operation, its rows or its codes are lost with it.",
  fix: "Write the name of a directive that docutils, Sphinx, os-api-ref or an extension in conf.py has.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\n.. ⟦wraning⟧::\n\n   Only public images are listed.\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\n.. warning::\n\n   Only public images are listed.\n\nNormal response codes: 200\n",
};
