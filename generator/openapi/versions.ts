/** The arithmetic of microversions, for those who read documents. */
export {
  compareVersions,
  within,
  encloses,
  isOpen,
  isEmpty,
  intersect,
  nextVersion,
  previousVersion,
  versionsBetween,
} from "../versions/versions.js";
export type { Bounds } from "../versions/versions.js";
