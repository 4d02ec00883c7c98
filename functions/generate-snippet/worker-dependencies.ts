import type { Config } from '../function-config.ts';
import type { SnippetApi } from '../snippet-api.ts';
import type { SnippetBucket } from '../snippet-bucket.ts';
import type { AskModelsOptions } from './models/ask-models.ts';
import type { Repairing } from './repair-answer.ts';

/** What the worker depends on. The handler makes them once; tests hand in their own. */
export interface WorkerDependencies extends Omit<AskModelsOptions, 'held' | 'signal'>, Repairing {
  readonly api: SnippetApi;
  readonly bucket: Pick<SnippetBucket, 'put' | 'remove'>;
  readonly pace: Pick<Config, 'partIntervalMs' | 'quickPartMs' | 'partBytes' | 'renewAfterMs'>;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Whether callers are told the cause of a failure: why it came, or what the model said in place of code. */
  readonly tellsCauses: boolean;
}

/** The attempt at one snippet. */
export interface Attempt {
  readonly id: string;
  readonly attempt: string;
}
