/** What the reader of a stream does next. With `restart` the held code is dropped, the piece begins again at offset 0. */
export interface CodePiece {
  readonly text: string;
  readonly restart: boolean;
}

/** The code of a whole answer. */
export interface ExtractedCode {
  /** Empty when there is none. */
  readonly code: string;
  /** `none`: the answer is prose, or nothing. */
  readonly kind: 'fenced' | 'unfenced' | 'none';
  /** False when the answer ended before the code's closing fence. */
  readonly complete: boolean;
  /** What the model said beside the code; at most 500 UTF-16 units. */
  readonly prose: string;
}

/** Takes an answer as it comes. The held code, after every piece was applied in order, is the result's code, however the answer was cut. */
export interface CodeExtractor {
  push(text: string): CodePiece[];
  end(): { pieces: CodePiece[]; result: ExtractedCode };
}

/** The options of the extraction. */
export interface ExtractionOptions {
  /** Names of the language behind an opening fence, lower case. */
  readonly fenceNames: readonly string[];
  /** The answer goes on with code that was cut: text without fences is code, up to a closing fence if there is one. */
  readonly continuing: boolean;
}
