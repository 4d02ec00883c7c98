import type { ExtractedCode } from '../../../functions/generate-snippet/answer/code-piece.ts';

/** An answer as a model may write it, and the code that is in it. */
export interface ModelAnswer {
  readonly title: string;
  /** Fence names of the asked language. */
  readonly names: readonly string[];
  readonly answer: string;
  readonly code: string;
  readonly kind: ExtractedCode['kind'];
  readonly complete: boolean;
}
