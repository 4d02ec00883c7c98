import { useContext } from 'preact/hooks';
import { SnipstreamError, UnauthorizedError } from '../../client-errors.ts';
import type { Snippet } from '../../snippet.ts';
import type { SnippetState } from '../../store/snippet-state.ts';
import { countOf } from '../count-of.ts';
import { errorText, failureAdvice, MODEL_COMMAND } from '../page-texts.ts';
import { SessionOfPage } from '../sign-in/session-context.ts';
import { isCookbook } from './model-note.tsx';

interface StateNoteProps {
  readonly state: SnippetState;
  readonly modelId: string | undefined;
  readonly onAgain: () => void;
  /** Asks for the rest of code that was cut off. */
  readonly onContinue: () => void;
}

/** What has to be said of how a snippet ended, and what can be done; nothing when it is simply finished or on its way. */
export function StateNote({ state, modelId, onAgain, onContinue }: StateNoteProps) {
  const { phase, snippet, error } = state;
  if (phase === 'error') return <ErrorNote error={error} onAgain={onAgain} />;
  if (phase === 'failed' && snippet?.failure) {
    return <FailureNote failure={snippet.failure} {...{ modelId, onAgain }} />;
  }
  if (phase === 'cancelled') {
    return (
      <section class="note">
        <p>Stopped. What had arrived is kept.</p>
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      </section>
    );
  }
  if (phase === 'completed' && snippet?.truncated) {
    return (
      <section class="note">
        <p>{cutText(snippet)}</p>
        <button type="button" onClick={onContinue}>
          Ask to continue
        </button>
      </section>
    );
  }
  return null;
}

interface FailureNoteProps {
  readonly failure: NonNullable<Snippet['failure']>;
  readonly modelId: string | undefined;
  readonly onAgain: () => void;
}

/** Why a snippet has no code. */
function FailureNote({ failure, modelId, onAgain }: FailureNoteProps) {
  const { code, message, modelMessage, retryable } = failure;
  const noSuchTask = code === 'MODEL_RETURNED_NO_CODE' && isCookbook({ id: modelId ?? '' });
  return (
    <section class="note bad" role="alert">
      <h2>{message}</h2>
      {noSuchTask ? (
        <p>
          The cookbook is no AI: it knows certain tasks alone, as they are. Choose one of them, or get a real model with{' '}
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

/** Why a call did not come to its end. */
function ErrorNote({ error, onAgain }: { readonly error: Error | undefined; readonly onAgain: () => void }) {
  const session = useContext(SessionOfPage);
  if (session && error instanceof UnauthorizedError) {
    return (
      <section class="note bad" role="alert">
        <h2>Your sign-in has run out.</h2>
        <p>What you wrote and the code are kept.</p>
        <button type="button" onClick={() => void session.signIn()}>
          Sign in
        </button>
      </section>
    );
  }
  const { title, detail, again } =
    error instanceof SnipstreamError
      ? errorText(error)
      : { title: 'The page has made a mistake.', detail: String(error), again: true };
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

function cutText({ usage }: Snippet): string {
  const after = usage ? ` after ${countOf(usage.outputTokens)} tokens` : '';
  return `Cut off${after}: the code ends early.`;
}
