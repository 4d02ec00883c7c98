/** What a snippet comes to. */
export interface Outcome {
  /** The failure's code; COMPLETED when left out. */
  readonly failure?: string;
  /** What is stored, or with a failure what stays readable; `print(1)` and a newline, or with a failure nothing, when left out. */
  readonly code?: string;
  /** False when left out. */
  readonly truncated?: boolean;
  /** How often the model is asked; once when left out, twice with MODEL_STREAM_INTERRUPTED. */
  readonly calls?: number;
}

/** The program of most answers, and one that breaks off. */
export const WHOLE = '```python\nprint(1)\n```\n';
export const OPEN = '```python\ndef add(a, b):\n    return';
export const HALF = 'def add(a, b):\n    return';

export const truncated: Outcome = { code: HALF, truncated: true };
export const interrupted: Outcome = { failure: 'MODEL_STREAM_INTERRUPTED', code: HALF };
/** As `interrupted`, behind a whole block of code. */
export const disowned: Outcome = { failure: 'MODEL_STREAM_INTERRUPTED', code: 'print(1)\n' };
/** Cut at a limit within the code, and continued. */
export const continued: Outcome = { code: `${HALF} a + b\n`, calls: 2 };
export const CONTINUATION = '```python\n    return a + b\n```\n';
