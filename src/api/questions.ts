// All questions that can be put to the library over HTTP, in the order in which the documentation lists them.
import { accountQuestions } from "./accounts.ts";
import { actorQuestions } from "./actors.ts";
import { correctionQuestions } from "./corrections.ts";
import { documentQuestions } from "./documents.ts";
import { findingQuestions } from "./findings.ts";
import { labelQuestions } from "./labels.ts";
import { lineQuestions } from "./lines.ts";
import type { Question } from "./question.ts";

export const questions: readonly Question[] = [
  ...accountQuestions,
  ...documentQuestions,
  ...findingQuestions,
  ...actorQuestions,
  ...lineQuestions,
  ...correctionQuestions,
  ...labelQuestions,
];
