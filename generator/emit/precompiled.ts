import type Handlebars from "handlebars";

/** A template as it comes from its compiler. */
export type Precompiled = Parameters<typeof Handlebars.template>[0];

/** Templates as `scripts/build.mjs` compiled them, by name; none where the sources are run. */
export const precompiled: Readonly<Record<string, Precompiled>> = {};
