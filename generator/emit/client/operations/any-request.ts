/** The module beside the runtime for requests that are not documented, and what it exports. */
export const anyRequestFile = "any-request";
export const anyRequestValue = "request";
export const anyRequestTypes = ["AnyAnswer"];
