import type { Rule } from "../diagnostic.js";

export const layoutRecovered: Rule<{}> = {
  code: "layout-recovered",
  severity: "warning",
  message: () => "the text has lost its line breaks; they are guessed from the markup",
  why: "Sphinx sees one long comment or paragraph: no operation is shown at all.",
  fix: "Put the line breaks back, for example from the version history.",
  bad: "⟦.. -*- rst -*- ====== Images ====== .. rest_method:: GET /images List images. Normal response codes: 200⟧",
  good: "Images\n======\n\n.. rest_method:: GET /images\n\nNormal response codes: 200\n",
};
