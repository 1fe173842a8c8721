/** What the pipeline asks of this stage, loaded only where a site is made. */
export { siteSource } from "./site-source.js";
export { warningsOfSphinx } from "./warnings.js";
