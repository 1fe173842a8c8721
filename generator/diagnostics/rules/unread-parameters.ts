import type { Rule } from "../diagnostic.js";

export const unreadParameters: Rule<{ label: string }> = {
  code: "unread-parameters",
  severity: "warning",
  message: ({ label }) =>
    `the parameters of this table below "${label}" are not read: no column says of what type they are, nor where they stand`,
  why: "What is generated knows nothing of them.",
  fix: "Write a rest_parameters list, or columns `In` and `Type`.",
  bad: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n**Request parameters**\n\n=======  ===========\n⟦Name⟧     Description\n=======  ===========\nlimit    How many.\n=======  ===========\n",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n\n**Request parameters**\n\n=====  =====  =======  ===========\nName   In     Type     Description\n=====  =====  =======  ===========\nlimit  query  integer  How many.\n=====  =====  =======  ===========\n",
};
