import { singular } from "../infer/bodies/words.js";

/** A documented name as part of a component's name: `os-extended_volumes:volumes_attached` → `VolumesAttached`. */
export function pascal(name: string): string {
  const last = name.split(/[:.]/).at(-1) ?? name;
  const words = singular(last)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const joined = words.join("");
  return /^\d/.test(joined) ? `N${joined}` : joined;
}
