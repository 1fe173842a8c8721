import type { ChangeRecord } from "../record.js";
import { answers, asks, box, count, text } from "./examples.js";

const small = box({ name: text });
const large = box({ name: text, size: count });
const must = box({ name: text, size: count }, "size");
const shown = { ...text, "x-restanza": { undocumented: true } };
const onlyShown = box({ name: text, size: { ...count, "x-restanza": { undocumented: true } } });

export const requestMemberRemoved: ChangeRecord = {
  id: "request-member-removed",
  direction: "request",
  verdict: "breaking",
  mirror: ["request-member-added", "required-request-member-added"],
  why: "Who sends it is refused, or not listened to.",
  oasdiff: ["request-property-removed"],
  message: ({ place }) => `it no longer takes \`${place}\``,
  finds: { old: asks(large), new: asks(small) },
  passes: { old: asks(large), new: asks(box({ size: count, name: text })) },
};

export const requestMemberAdded: ChangeRecord = {
  id: "request-member-added",
  direction: "request",
  verdict: "addition",
  mirror: "request-member-removed",
  why: "It may be left out, as before.",
  oasdiff: ["new-optional-request-property"],
  message: ({ place }) => `it takes \`${place}\` now`,
  finds: { old: asks(small), new: asks(large) },
  passes: { old: asks(large), new: asks({ allOf: [small, box({ size: count })] }) },
};

export const requiredMemberAdded: ChangeRecord = {
  id: "required-request-member-added",
  direction: "request",
  verdict: "breaking",
  mirror: "request-member-removed",
  why: "Nobody sent it before, and without it the call is refused.",
  oasdiff: ["new-required-request-property"],
  message: ({ place }) => `it asks for \`${place}\` now, which it did not take before`,
  finds: { old: asks(small), new: asks(must) },
  passes: {
    old: asks(small),
    new: asks(box({ name: text, lid: box({ colour: text }, "colour") })),
  },
};

export const requestMemberBecameRequired: ChangeRecord = {
  id: "request-member-became-required",
  direction: "request",
  verdict: "breaking",
  mirror: "request-member-became-optional",
  why: "Who left it out is refused. Where every sample of OLD sends it, the docs may just have forgotten to say so: that is unknown.",
  oasdiff: ["request-property-became-required"],
  message: ({ place }) => `\`${place}\` may no longer be left out`,
  finds: { old: asks(large), new: asks(must) },
  passes: { old: asks(must), new: asks({ allOf: [large, { required: ["size"] }] }) },
};

export const requestMemberBecameOptional: ChangeRecord = {
  id: "request-member-became-optional",
  direction: "request",
  verdict: "addition",
  mirror: "request-member-became-required",
  why: "Who sends it may go on.",
  oasdiff: ["request-property-became-optional"],
  message: ({ place }) => `\`${place}\` may be left out now`,
  finds: { old: asks(must), new: asks(large) },
  passes: { old: asks(large), new: asks({ ...large, required: [] }) },
};

export const answerMemberRemoved: ChangeRecord = {
  id: "response-member-removed",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-member-added",
  why: "A program reads what is not there any more.",
  oasdiff: ["response-required-property-removed", "response-optional-property-removed"],
  message: ({ place }) => `\`${place}\` is no longer in the answer`,
  finds: { old: answers(large), new: answers(small) },
  passes: { old: answers(large), new: answers(box({ size: count, name: text })) },
};

export const answerMemberAdded: ChangeRecord = {
  id: "response-member-added",
  direction: "answer",
  verdict: "addition",
  mirror: "response-member-removed",
  why: "Programs ignore what they do not know.",
  oasdiff: ["response-optional-property-added", "response-required-property-added"],
  message: ({ place }) => `\`${place}\` is in the answer now`,
  finds: { old: answers(small), new: answers(large) },
  passes: { old: answers(large), new: answers({ allOf: [small, box({ size: count })] }) },
};

export const answerMemberBecameOptional: ChangeRecord = {
  id: "response-member-became-optional",
  direction: "answer",
  verdict: "breaking",
  mirror: "response-member-became-required",
  why: "A program reads it without a look whether it is there.",
  oasdiff: ["response-property-became-optional"],
  message: ({ place }) => `\`${place}\` may be missing in the answer`,
  finds: { old: answers(must), new: answers(large) },
  passes: { old: answers(large), new: answers({ ...large, required: [] }) },
};

export const answerMemberBecameRequired: ChangeRecord = {
  id: "response-member-became-required",
  direction: "answer",
  verdict: "addition",
  mirror: "response-member-became-optional",
  why: "Programs that look whether it is there find it.",
  oasdiff: ["response-property-became-required"],
  message: ({ place }) => `\`${place}\` is always in the answer now`,
  finds: { old: answers(large), new: answers(must) },
  passes: { old: answers(must), new: answers({ allOf: [large, { required: ["size"] }] }) },
};

export const memberLeftToSamples: ChangeRecord = {
  id: "member-left-to-samples",
  direction: "both",
  verdict: "breaking",
  mirror: "member-documented",
  why: "Its row was taken out, and a sample still shows it: samples are forgotten more often than rows are taken out by mistake.",
  oasdiff: [],
  message: ({ place }) => `\`${place}\` has no row any more; only samples still show it`,
  finds: { old: answers(large), new: answers(onlyShown) },
  passes: { old: answers(onlyShown), new: answers(onlyShown) },
};

export const memberDocumented: ChangeRecord = {
  id: "member-documented",
  direction: "both",
  verdict: "correction",
  mirror: "member-left-to-samples",
  why: "OLD's own samples showed it already.",
  oasdiff: [],
  message: ({ place }) => `\`${place}\`, which only samples showed, has a row now`,
  finds: { old: answers(onlyShown), new: answers(large) },
  passes: { old: answers(large), new: answers(large) },
};

export const memberNameMended: ChangeRecord = {
  id: "member-name-mended",
  direction: "both",
  verdict: "correction",
  mirror: "member-name-mended",
  why: "A member that no row ever documented was a slip of a sample, where the other side has one of nearly the same name in its place. Two that stand beside each other are two.",
  oasdiff: [],
  message: ({ from, to }) => `a sample wrote \`${from}\`, and \`${to}\` is meant`,
  finds: {
    old: answers(box({ name: text, colour_nmae: shown })),
    new: answers(box({ name: text, colour_name: shown })),
  },
  passes: {
    old: answers(box({ name: text, colour: text })),
    new: answers(box({ name: text, colours: text })),
  },
};

export const memberRules: readonly ChangeRecord[] = [
  requestMemberRemoved,
  requestMemberAdded,
  requiredMemberAdded,
  requestMemberBecameRequired,
  requestMemberBecameOptional,
  answerMemberRemoved,
  answerMemberAdded,
  answerMemberBecameOptional,
  answerMemberBecameRequired,
  memberLeftToSamples,
  memberDocumented,
  memberNameMended,
];
