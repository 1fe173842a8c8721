import type { Rule } from "./diagnostic.js";
import { directiveWithoutBlankLine } from "./rules/directive-without-blank-line.js";
import { headingAdornment } from "./rules/heading-adornment.js";
import { headingInsideBlock } from "./rules/heading-inside-block.js";
import { headingLevel } from "./rules/heading-level.js";
import { headingWithoutBlankLine } from "./rules/heading-without-blank-line.js";
import { includeCycle } from "./rules/include-cycle.js";
import { includeLimit } from "./rules/include-limit.js";
import { layoutRecovered } from "./rules/layout-recovered.js";
import { linkWithoutTarget } from "./rules/link-without-target.js";
import { malformedTable } from "./rules/malformed-table.js";
import { misspeltDirective } from "./rules/misspelt-directive.js";
import { nestingTooDeep } from "./rules/nesting-too-deep.js";

/** Every rule, by code. A new rule is its file in rules/ and a line here. */
export const catalogue: readonly Rule<never>[] = [
  directiveWithoutBlankLine,
  headingAdornment,
  headingInsideBlock,
  headingLevel,
  headingWithoutBlankLine,
  includeCycle,
  includeLimit,
  layoutRecovered,
  linkWithoutTarget,
  malformedTable,
  misspeltDirective,
  nestingTooDeep,
];
