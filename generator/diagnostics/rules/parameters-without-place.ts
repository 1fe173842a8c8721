import type { Rule } from "../diagnostic.js";

export const parametersWithoutPlace: Rule<{ name: string; side: string }> = {
  code: "parameters-without-place",
  severity: "info",
  message: ({ name, side }) =>
    `no column of this table says where "${name}" stands in the ${side} (path, query, header or body); it is read by what is usual`,
  why: "Nobody can tell where to send it or where to look for it.",
  fix: "Add a column `In` with one of path, query, header, body, or write a rest_parameters list.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n=======  =======  ===========\nName     Type     Description\n=======  =======  ===========\n⟦limit⟧    integer  How many.\n=======  =======  ===========\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\nRequest\n-------\n\n=====  =====  =======  ===========\nName   In     Type     Description\n=====  =====  =======  ===========\nlimit  query  integer  How many.\n=====  =====  =======  ===========\n",
};
