/** A table as it is generated, for the checks and tests of what is beside it. */
export interface Before {
  latest: "2.11";
  "2.2": "2.1";
  "2.3": "2.2";
  "2.4": "2.3";
  "2.5": "2.4";
  "2.6": "2.5";
  "2.7": "2.6";
  "2.8": "2.7";
  "2.9": "2.8";
  "2.10": "2.9";
  "2.11": "2.10";
}

export type Microversion = "2.1" | Exclude<keyof Before, "latest">;
