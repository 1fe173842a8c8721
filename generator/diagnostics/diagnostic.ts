import type { Edit } from "./edits.js";
import type { Span } from "./span.js";

/**
 * How much a finding weighs. `error`: the docs are wrong, or something was lost; `warning`: a
 * reader of the docs is misled, or restanza had to decide; `info`: worth knowing.
 */
export type Severity = "error" | "warning" | "info";

/** From the heaviest to the lightest. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/**
 * One kind of finding: its code, its words and the two examples that explain and test it.
 *
 * Every field is required, so that no code goes unexplained. The code names the fault, not its
 * cure, and is never renamed or given to another fault.
 */
export interface Rule<Arguments extends object> {
  /** Stable, in kebab case. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what was found and, where that is not plain, what was expected. */
  readonly message: (found: Arguments) => string;
  /** Why it matters to those who read the docs or use what is generated. */
  readonly why: string;
  /** What to type. */
  readonly fix: string;
  /** Sources in which the fault stands exactly once, `⟦` and `⟧` around the words at fault. */
  readonly bad: Example;
  /** The same sources, mended: no finding of this code. */
  readonly good: Example;
}

/** The text of `images.inc`, or the texts of several files by path. */
export type Example = string | Readonly<Record<string, string>>;

/** A finding: plain data. Colour, JSON and SARIF are renderings of it, never edits. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it: the `fix` of its rule. */
  readonly advice: string;
  /** Where; absent only when it is about the run as a whole. */
  readonly span?: Span;
  /** The chapter and operation it is about, for grouping, where they are known. */
  readonly chapter?: string;
  readonly operation?: string;
  /** Sphinx lets this one pass, though it warns of others of its code (`sphinx-warnings.ts`). */
  readonly sphinx?: "passes";
  /** What mends it, where that needs no judgement: `restanza lint --fix`. */
  readonly edits?: readonly Edit[];
}

/** A stage's result: what it made and what it found on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The finding of `rule` at `span`, and what mends it, if that is plain. */
export function report<Arguments extends object>(
  rule: Rule<Arguments>,
  span: Span | undefined,
  found: Arguments,
  edits: readonly Edit[] = [],
): Diagnostic {
  return {
    code: rule.code,
    severity: rule.severity,
    message: rule.message(found),
    advice: rule.fix,
    ...(span && { span }),
    ...(edits.length > 0 && { edits }),
  };
}

/** The finding, as one that Sphinx lets pass. */
export function passingSphinx(finding: Diagnostic): Diagnostic {
  return { ...finding, sphinx: "passes" };
}
