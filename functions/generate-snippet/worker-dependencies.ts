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
  /** Whether callers see the cause of a failure, or the text that the model wrote instead of code. */
  readonly tellsCauses: boolean;
}

/** Identifies one attempt at one snippet. `id` is the id of the snippet. */
export interface Attempt {
  readonly id: string;
  readonly attempt: string;
}
