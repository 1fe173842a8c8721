import type { Rule } from "../diagnostic.js";

export const invalidOptionValue: Rule<{ directive: string; option: string; fault: string }> = {
  code: "invalid-option-value",
  severity: "error",
  message: ({ directive, option, fault }) => `the option "${option}" of ${directive} ${fault}`,
  why: "Sphinx shows an error in place of the directive, and what it holds is lost.",
  fix: "Correct the value, or delete the option.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nFor example:\n\n.. code-block:: text\n   :linenos: ⟦yes⟧\n\n   sort=name\n\nNormal response codes: 200\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nFor example:\n\n.. code-block:: text\n   :linenos:\n\n   sort=name\n\nNormal response codes: 200\n",
};
