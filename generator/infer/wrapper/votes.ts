import { alikeBody } from "./votes/alike-body.js";
import { closeSamePath } from "./votes/close-same-path.js";
import { closeWrappedBody } from "./votes/close-wrapped-body.js";
import { firstContainer } from "./votes/first-container.js";
import { firstRowNames } from "./votes/first-row-names.js";
import { firstRowOpens } from "./votes/first-row-opens.js";
import { habit } from "./votes/habit.js";
import { onlyContainer } from "./votes/only-container.js";
import { onlyList } from "./votes/only-list.js";
import { otherNumber } from "./votes/other-number.js";
import { samePath } from "./votes/same-path.js";
import { wordMeant } from "./votes/word-meant.js";
import { wordSpelt } from "./votes/word-spelt.js";
import { wrapsOfKind } from "./votes/wraps-of-kind.js";
import { wrapsOthers } from "./votes/wraps-others.js";
import type { WrapperVote } from "./wrapper-vote.js";

/** Which key all of a body stands under. Of two that weigh the same, the one that comes first here. */
export const wrapperVotes: readonly WrapperVote[] = [
  otherNumber,
  firstRowOpens,
  firstRowNames,
  wrapsOfKind,
  wrapsOthers,
  closeWrappedBody,
  firstContainer,
  onlyList,
  onlyContainer,
  wordSpelt,
  wordMeant,
  alikeBody,
  samePath,
  closeSamePath,
  habit,
];
