import type { SnipstreamError } from '../../client-errors.ts';
import type { Snippet } from '../../snippet.ts';
import { errorText, failureAdvice, MODEL_COMMAND } from '../page-texts.ts';

interface FailureNoteProps {
  readonly failure: NonNullable<Snippet['failure']>;
  /** Whether the cookbook was asked, which knows certain tasks alone. */
  readonly isCookbook: boolean;
  readonly onAgain: () => void;
}

/** Why a snippet has no code, and what to do. */
export function FailureNote({ failure, isCookbook, onAgain }: FailureNoteProps) {
  const { code, message, modelMessage, retryable } = failure;
  const noSuchTask = isCookbook && code === 'MODEL_RETURNED_NO_CODE';
  return (
    <section class="note bad" role="alert">
      <h2>{message}</h2>
      {noSuchTask ? (
        <p>
          The cookbook is no AI and does not know this task. Choose one that it knows, or get a real model with{' '}
          <code class="command">{MODEL_COMMAND}</code>
        </p>
      ) : (
        <p>{failureAdvice[code]}</p>
      )}
      {modelMessage !== null && (
        <details open={noSuchTask}>
          <summary>What the model said</summary>
          <blockquote>{modelMessage}</blockquote>
        </details>
      )}
      {retryable && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
    </section>
  );
}

interface ErrorNoteProps {
  readonly error: SnipstreamError;
  readonly onAgain: () => void;
}

/** Why a call did not come to its end, and what to do. */
export function ErrorNote({ error, onAgain }: ErrorNoteProps) {
  const { title, detail, again } = errorText(error);
  return (
    <section class="note bad" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {again && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
    </section>
  );
}
