/**
 * Words within a paragraph. `start` and `end` are offsets in the text that was read, so that a
 * finding can point at them.
 */
export type Inline = InlineMeaning & { readonly start: number; readonly end: number };

type InlineMeaning =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  /** A link with its address at hand: `text <url>`_, or a URL that stands in the text. */
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** A link to what is defined elsewhere: `name`_, name_, or anonymous (the next `__ url`). */
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly name: string;
      readonly anonymous: boolean;
      /** In backquotes, so surely a link. */
      readonly quoted: boolean;
    }
  | { readonly kind: "role"; readonly role: string; readonly text: string }
  | { readonly kind: "substitution"; readonly name: string; readonly written: string };
