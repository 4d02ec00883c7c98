import type { Screen } from '../command-line/screen.ts';
import type { Prompter } from './prompter.ts';
import type { SuggestedModel } from './suggested-models.ts';

/** What `npm run model` depends on. */
export interface SetupDependencies {
  readonly screen: Screen;
  readonly prompter: Prompter;
  readonly fetchFrom: typeof fetch;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Of the programs that are started: Ollama, npm. */
  readonly env: NodeJS.ProcessEnv;
  /** What is offered to be downloaded: the model for any machine, and the one for more memory. */
  readonly suggested: Readonly<Record<'usual' | 'better', SuggestedModel>>;
  /** Where servers are looked for, beside Ollama's own address. */
  readonly origins: readonly string[];
  /** Between two tries after a line that broke; left out: two seconds. */
  readonly pauseMs?: number;
}
