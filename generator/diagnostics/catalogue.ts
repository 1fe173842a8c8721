import type { Rule } from "./diagnostic.js";
import { answerApartFromResource } from "./rules/answer-apart-from-resource.js";
import { answerContradictsResource } from "./rules/answer-contradicts-resource.js";
import { blockWithoutBlankLine } from "./rules/block-without-blank-line.js";
import { bodyWithoutRoom } from "./rules/body-without-room.js";
import { bodyWithoutSample } from "./rules/body-without-sample.js";
import { callbackAddress } from "./rules/callback-address.js";
import { codeInSentence } from "./rules/code-in-sentence.js";
import { codeNotInLanguage } from "./rules/code-not-in-language.js";
import { directiveWithoutBlankLine } from "./rules/directive-without-blank-line.js";
import { duplicateParameterEntry } from "./rules/duplicate-parameter-entry.js";
import { duplicateTarget } from "./rules/duplicate-target.js";
import { emptyList } from "./rules/empty-list.js";
import { emptyParametersFile } from "./rules/empty-parameters-file.js";
import { emptyRequired } from "./rules/empty-required.js";
import { fileOutsideTree } from "./rules/file-outside-tree.js";
import { gluedVariable } from "./rules/glued-variable.js";
import { headerContradictsSample } from "./rules/header-contradicts-sample.js";
import { headingAdornment } from "./rules/heading-adornment.js";
import { headingInsideBlock } from "./rules/heading-inside-block.js";
import { headingLevel } from "./rules/heading-level.js";
import { headingWithoutBlankLine } from "./rules/heading-without-blank-line.js";
import { hostInUrl } from "./rules/host-in-url.js";
import { ignoreWithoutEffect } from "./rules/ignore-without-effect.js";
import { ignoreWithoutReason } from "./rules/ignore-without-reason.js";
import { includeCycle } from "./rules/include-cycle.js";
import { includeLimit } from "./rules/include-limit.js";
import { incompleteMethod } from "./rules/incomplete-method.js";
import { incompleteParameterEntry } from "./rules/incomplete-parameter-entry.js";
import { invalidOptionValue } from "./rules/invalid-option-value.js";
import { invalidYaml } from "./rules/invalid-yaml.js";
import { labelContradictsHeading } from "./rules/label-contradicts-heading.js";
import { labelWithoutTitle } from "./rules/label-without-title.js";
import { latePathRow } from "./rules/late-path-row.js";
import { layoutRecovered } from "./rules/layout-recovered.js";
import { limitNotResolved } from "./rules/limit-not-resolved.js";
import { linkWithoutTarget } from "./rules/link-without-target.js";
import { malformedDirective } from "./rules/malformed-directive.js";
import { malformedTable } from "./rules/malformed-table.js";
import { malformedTarget } from "./rules/malformed-target.js";
import { markupWithoutEnd } from "./rules/markup-without-end.js";
import { misdefinedSubstitution } from "./rules/misdefined-substitution.js";
import { misfitOverlayAction } from "./rules/misfit-overlay-action.js";
import { misplacedHeading } from "./rules/misplaced-heading.js";
import { misplacedPath } from "./rules/misplaced-path.js";
import { misplacedTransition } from "./rules/misplaced-transition.js";
import { missingDocument } from "./rules/missing-document.js";
import { missingFile } from "./rules/missing-file.js";
import { missingFolder } from "./rules/missing-folder.js";
import { missingLeadingSlash } from "./rules/missing-leading-slash.js";
import { missingLiteralBlock } from "./rules/missing-literal-block.js";
import { misspeltDirective } from "./rules/misspelt-directive.js";
import { misspeltKey } from "./rules/misspelt-key.js";
import { misspeltLabel } from "./rules/misspelt-label.js";
import { misspeltRow } from "./rules/misspelt-row.js";
import { misspeltValue } from "./rules/misspelt-value.js";
import { nestingTooDeep } from "./rules/nesting-too-deep.js";
import { newerMember } from "./rules/newer-member.js";
import { noOperation } from "./rules/no-operation.js";
import { noParametersFile } from "./rules/no-parameters-file.js";
import { noStatusCode } from "./rules/no-status-code.js";
import { noSuccessStatus } from "./rules/no-success-status.js";
import { notUtf8 } from "./rules/not-utf-8.js";
import { otherMediaTypes } from "./rules/other-media-types.js";
import { otherStanza } from "./rules/other-stanza.js";
import { otherSuccess } from "./rules/other-success.js";
import { ownServers } from "./rules/own-servers.js";
import { parametersWithoutPlace } from "./rules/parameters-without-place.js";
import { pathParameterNotInUrl } from "./rules/path-parameter-not-in-url.js";
import { rawMarkup } from "./rules/raw-markup.js";
import { repeatedMember } from "./rules/repeated-member.js";
import { repeatedOperationId } from "./rules/repeated-operation-id.js";
import { repeatedParameter } from "./rules/repeated-parameter.js";
import { repeatedRow } from "./rules/repeated-row.js";
import { repeatedSampleKey } from "./rules/repeated-sample-key.js";
import { repeatedTitle } from "./rules/repeated-title.js";
import { requiredButAbsent } from "./rules/required-but-absent.js";
import { rowNotInSample } from "./rules/row-not-in-sample.js";
import { rowOutsideList } from "./rules/row-outside-list.js";
import { sampleNotJson } from "./rules/sample-not-json.js";
import { sampleRepaired } from "./rules/sample-repaired.js";
import { sampleUnreadable } from "./rules/sample-unreadable.js";
import { selectionWithoutLines } from "./rules/selection-without-lines.js";
import { severalOperations } from "./rules/several-operations.js";
import { stanzaInCode } from "./rules/stanza-in-code.js";
import { stanzaInExample } from "./rules/stanza-in-example.js";
import { typeContradictsDescription } from "./rules/type-contradicts-description.js";
import { typeContradictsSample } from "./rules/type-contradicts-sample.js";
import { undefinedSerialization } from "./rules/undefined-serialization.js";
import { undocumentedKey } from "./rules/undocumented-key.js";
import { undocumentedPathParameter } from "./rules/undocumented-path-parameter.js";
import { unexpectedIndentation } from "./rules/unexpected-indentation.js";
import { unknownDirective } from "./rules/unknown-directive.js";
import { unknownDirectiveOption } from "./rules/unknown-directive-option.js";
import { unknownLanguage } from "./rules/unknown-language.js";
import { unknownMethod } from "./rules/unknown-method.js";
import { unknownPathMember } from "./rules/unknown-path-member.js";
import { unknownPlace } from "./rules/unknown-place.js";
import { unknownReference } from "./rules/unknown-reference.js";
import { unknownStatusCode } from "./rules/unknown-status-code.js";
import { unknownStatusKind } from "./rules/unknown-status-kind.js";
import { unknownSubstitution } from "./rules/unknown-substitution.js";
import { unlistedDocument } from "./rules/unlisted-document.js";
import { unmatchedOverlayAction } from "./rules/unmatched-overlay-action.js";
import { unnamedMediaType } from "./rules/unnamed-media-type.js";
import { unplacedList } from "./rules/unplaced-list.js";
import { unreadFile } from "./rules/unread-file.js";
import { unreadOperation } from "./rules/unread-operation.js";
import { unreadParameters } from "./rules/unread-parameters.js";
import { unreadStatus } from "./rules/unread-status.js";
import { unreadTable } from "./rules/unread-table.js";
import { unreadableFile } from "./rules/unreadable-file.js";
import { unreadableMember } from "./rules/unreadable-member.js";
import { unreadableParameterEntry } from "./rules/unreadable-parameter-entry.js";
import { unreadableRole } from "./rules/unreadable-role.js";
import { unreadableRow } from "./rules/unreadable-row.js";
import { unreadableStatus } from "./rules/unreadable-status.js";
import { unreferencedFootnote } from "./rules/unreferenced-footnote.js";
import { unresolvedReference } from "./rules/unresolved-reference.js";
import { unsentBody } from "./rules/unsent-body.js";
import { unsentCredential } from "./rules/unsent-credential.js";
import { unsentParameter } from "./rules/unsent-parameter.js";
import { unservedWebhook } from "./rules/unserved-webhook.js";
import { unsortedParameterEntry } from "./rules/unsorted-parameter-entry.js";
import { untypedBody } from "./rules/untyped-body.js";
import { untypedKeyword } from "./rules/untyped-keyword.js";
import { unusableToctreeEntry } from "./rules/unusable-toctree-entry.js";
import { unusedParameterEntry } from "./rules/unused-parameter-entry.js";
import { unusualUrlNotation } from "./rules/unusual-url-notation.js";
import { unusualUrlSign } from "./rules/unusual-url-sign.js";
import { urlVariableElsewhere } from "./rules/url-variable-elsewhere.js";
import { versionNotInHistory } from "./rules/version-not-in-history.js";
import { versionOutsideParent } from "./rules/version-outside-parent.js";
import { versionWithoutWords } from "./rules/version-without-words.js";
import { wordsBehindUrl } from "./rules/words-behind-url.js";
import { wrapperContradictsSample } from "./rules/wrapper-contradicts-sample.js";
import { wrapperInOtherNumber } from "./rules/wrapper-in-other-number.js";
import { zeroWidthCharacter } from "./rules/zero-width-character.js";

/** Every rule, by code. A new rule is its file in rules/ and a line here. */
export const catalogue: readonly Rule<never>[] = [
  answerApartFromResource,
  answerContradictsResource,
  blockWithoutBlankLine,
  bodyWithoutRoom,
  bodyWithoutSample,
  callbackAddress,
  codeInSentence,
  codeNotInLanguage,
  directiveWithoutBlankLine,
  duplicateParameterEntry,
  duplicateTarget,
  emptyList,
  emptyParametersFile,
  emptyRequired,
  fileOutsideTree,
  gluedVariable,
  headerContradictsSample,
  headingAdornment,
  headingInsideBlock,
  headingLevel,
  headingWithoutBlankLine,
  hostInUrl,
  ignoreWithoutEffect,
  ignoreWithoutReason,
  includeCycle,
  includeLimit,
  incompleteMethod,
  incompleteParameterEntry,
  invalidOptionValue,
  invalidYaml,
  labelContradictsHeading,
  labelWithoutTitle,
  latePathRow,
  layoutRecovered,
  limitNotResolved,
  linkWithoutTarget,
  malformedDirective,
  malformedTable,
  malformedTarget,
  markupWithoutEnd,
  misdefinedSubstitution,
  misfitOverlayAction,
  misplacedHeading,
  misplacedPath,
  misplacedTransition,
  missingDocument,
  missingFile,
  missingFolder,
  missingLeadingSlash,
  missingLiteralBlock,
  misspeltDirective,
  misspeltKey,
  misspeltLabel,
  misspeltRow,
  misspeltValue,
  nestingTooDeep,
  newerMember,
  noOperation,
  noParametersFile,
  noStatusCode,
  noSuccessStatus,
  notUtf8,
  otherMediaTypes,
  otherStanza,
  otherSuccess,
  ownServers,
  parametersWithoutPlace,
  pathParameterNotInUrl,
  rawMarkup,
  repeatedMember,
  repeatedOperationId,
  repeatedParameter,
  repeatedRow,
  repeatedSampleKey,
  repeatedTitle,
  requiredButAbsent,
  rowNotInSample,
  rowOutsideList,
  sampleNotJson,
  sampleRepaired,
  sampleUnreadable,
  selectionWithoutLines,
  severalOperations,
  stanzaInCode,
  stanzaInExample,
  typeContradictsDescription,
  typeContradictsSample,
  undefinedSerialization,
  undocumentedKey,
  undocumentedPathParameter,
  unexpectedIndentation,
  unknownDirective,
  unknownDirectiveOption,
  unknownLanguage,
  unknownMethod,
  unknownPathMember,
  unknownPlace,
  unknownReference,
  unknownStatusCode,
  unknownStatusKind,
  unknownSubstitution,
  unlistedDocument,
  unmatchedOverlayAction,
  unnamedMediaType,
  unplacedList,
  unreadFile,
  unreadOperation,
  unreadParameters,
  unreadStatus,
  unreadTable,
  unreadableFile,
  unreadableMember,
  unreadableParameterEntry,
  unreadableRole,
  unreadableRow,
  unreadableStatus,
  unreferencedFootnote,
  unresolvedReference,
  unsentBody,
  unsentCredential,
  unsentParameter,
  unservedWebhook,
  unsortedParameterEntry,
  untypedBody,
  untypedKeyword,
  unusableToctreeEntry,
  unusedParameterEntry,
  unusualUrlNotation,
  unusualUrlSign,
  urlVariableElsewhere,
  versionNotInHistory,
  versionOutsideParent,
  versionWithoutWords,
  wordsBehindUrl,
  wrapperContradictsSample,
  wrapperInOtherNumber,
  zeroWidthCharacter,
];
