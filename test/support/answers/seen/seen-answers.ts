import { byteAnswers } from './byte-answers.ts';
import { fileAnswers } from './file-answers.ts';
import { markdownAnswers } from './markdown-answers.ts';
import { markedAnswers } from './marked-answers.ts';
import { nestedAnswers } from './nested-answers.ts';
import { reasonedAnswers } from './reasoned-answers.ts';
import type { SeenAnswer } from './seen-answer.ts';
import { severalAnswers } from './several-answers.ts';
import { unmarkedAnswers } from './unmarked-answers.ts';
import { usualAnswers } from './usual-answers.ts';
import { wrappedAnswers } from './wrapped-answers.ts';

const kinds = {
  'a usual answer': usualAnswers,
  'an answer with another file': fileAnswers,
  'an answer with unusual characters': byteAnswers,
  'an answer with fences in its code': nestedAnswers,
  'an answer in Markdown': markdownAnswers,
  'an answer of several blocks': severalAnswers,
  'an answer after reasoning': reasonedAnswers,
  'a carelessly marked answer': markedAnswers,
  'a wrapped answer': wrappedAnswers,
  'an answer without a fence': unmarkedAnswers,
} as const;

/** Answers in the manner of real ones, by kind. */
export const seenAnswers: readonly (SeenAnswer & { readonly kind: string })[] = Object.entries(kinds).flatMap(
  ([kind, answers]) => answers.map((answer) => ({ ...answer, kind })),
);
