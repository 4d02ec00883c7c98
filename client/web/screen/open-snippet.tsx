import { useEffect, useState } from 'preact/hooks';
import { SnipstreamError } from '../../client-errors.ts';
import type { Model, Snippet } from '../../snippet.ts';
import type { SnippetState } from '../../store/snippet-state.ts';
import { isBusy } from '../../store/snippet-state.ts';
import type { CodeColours } from '../code/code-colours.ts';
import { keptWrap } from '../kept-in-browser.ts';
import type { PhaseWords } from '../phase-words.ts';
import { copyText, downloadText, selectText } from '../take-code.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { CodePanel } from './code-panel.tsx';
import { ErrorNote, FailureNote } from './failure-note.tsx';
import { FileFoot } from './file-foot.tsx';
import type { ChainLink } from './file-head.tsx';
import { FileHead } from './file-head.tsx';
import { Icon } from './icon.tsx';
import { isCookbook } from './model-note.tsx';
import { useKeys } from './use-keys.ts';

interface OpenSnippetProps {
  readonly state: SnippetState;
  readonly words: PhaseWords;
  /** As it is shown. */
  readonly name: string;
  readonly model: Model | undefined;
  readonly modelId: string | undefined;
  readonly colours: CodeColours;
  /** From the first that was asked for to the parent of this one. */
  readonly ancestors: readonly Snippet[];
  readonly refinements: readonly ChainLink[];
  readonly letters: boolean;
  readonly onAgain: () => void;
  readonly onDelete: () => void;
  readonly onContinue: () => void;
  /** Says a sentence to those who do not see. */
  readonly say: (sentence: string) => void;
}

/** Below this width of the window long lines are wrapped unless it was chosen otherwise, in CSS pixels. */
const NARROW = 600;

/** One snippet, on its way or ended: its code, what it changed, what can be done with it, and what went wrong. */
export function OpenSnippet(props: OpenSnippetProps) {
  const { state, words, name, model, modelId, colours, ancestors, refinements, letters, say } = props;
  const { phase, snippet, code, request, error } = state;
  const [chosen, choose] = useState<'code' | 'changes'>();
  const [copied, setCopied] = useState(false);
  const [wrap, setWrap] = useState(keptWrap.read() ?? innerWidth < NARROW);

  const growing = isBusy(state);
  const language = snippet?.language ?? (request && 'language' in request ? request.language : undefined);
  const parent = ancestors.at(-1);
  const before = snippet?.parentId === parent?.id ? parent?.code : undefined;
  const comparable = !growing && code !== '' && typeof before === 'string' && language !== undefined;
  const view = comparable ? (chosen ?? 'changes') : 'code';

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (): Promise<void> => {
    if (code === '') return;
    if (await copyText(code)) {
      setCopied(true);
      say('Copied.');
      return;
    }
    const shown = document.querySelector('.code code');
    if (shown) selectText(shown);
    say('This page may not use the clipboard here. The code is selected: copy it with the keys of your system.');
  };
  const changeWrap = (): void => {
    keptWrap.write(!wrap);
    setWrap(!wrap);
  };
  useKeys(letters, {
    c: () => void copy(),
    d: () => comparable && choose(view === 'code' ? 'changes' : 'code'),
  });

  return (
    <article class="open">
      <FileHead
        {...{ name, language, ancestors, refinements }}
        fileName={snippet?.fileName}
        model={modelId}
        instruction={snippet?.instruction ?? request?.instruction ?? ''}
        state={words.shown}
        stateKind={words.kind}
      >
        {comparable && (
          <div class="switch" role="group" aria-label="View">
            <button type="button" aria-pressed={view === 'changes'} onClick={() => choose('changes')}>
              Changes
            </button>
            <button type="button" aria-pressed={view === 'code'} onClick={() => choose('code')}>
              Code
            </button>
          </div>
        )}
        <button
          type="button"
          class="icon-button"
          aria-pressed={wrap}
          aria-label="Wrap long lines"
          title="Wrap long lines"
          onClick={changeWrap}
        >
          <Icon name="wrap" />
        </button>
        {code !== '' && (
          <button type="button" title="Copy the code (c)" onClick={() => void copy()}>
            <Icon name={copied ? 'done' : 'copy'} /> <span class="word">{copied ? 'Copied' : 'Copy'}</span>
          </button>
        )}
        {code !== '' && !growing && snippet && (
          <button
            type="button"
            title={`Download ${snippet.fileName}`}
            onClick={() => downloadText(code, snippet.fileName)}
          >
            <Icon name="download" /> <span class="word">Download</span>
          </button>
        )}
        {!growing && snippet && (
          <button type="button" class="icon-button" aria-label="Delete" title="Delete" onClick={props.onDelete}>
            <Icon name="remove" />
          </button>
        )}
      </FileHead>
      <Notes {...props} />
      {view === 'changes' && typeof before === 'string' && language ? (
        <ChangesPanel {...{ colours, before, language, wrap }} after={code} />
      ) : (
        <Code
          {...{ colours, code, language, growing, wrap }}
          label={`Code of ${name}`}
          failed={phase === 'failed' || error !== undefined}
        />
      )}
      <FileFoot
        {...{ code, snippet, model }}
        startedAt={state.startedAt}
        firstPartAt={state.firstPartAt}
        endedAt={state.endedAt}
      />
    </article>
  );
}

function Code({ failed, ...panel }: Parameters<typeof CodePanel>[0] & { readonly failed: boolean }) {
  if (panel.code !== '') return <CodePanel {...panel} />;
  if (failed || !panel.growing) return <div class="code-frame" />;
  return (
    <div class="code-frame">
      <div class="coming" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

function Notes({ state, model, modelId, onAgain, onContinue }: OpenSnippetProps) {
  const { phase, snippet, error } = state;
  if (phase === 'error' && error instanceof SnipstreamError) return <ErrorNote {...{ error, onAgain }} />;
  if (phase === 'error')
    return (
      <p class="note bad" role="alert">
        {String(error)}
      </p>
    );
  if (phase === 'failed' && snippet?.failure) {
    const asked = model ?? { id: modelId ?? '' };
    return <FailureNote failure={snippet.failure} isCookbook={isCookbook(asked)} onAgain={onAgain} />;
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

function cutText({ usage }: Snippet): string {
  return usage
    ? `Cut off after ${usage.outputTokens.toLocaleString('en')} tokens: the code ends early.`
    : 'Cut off: the code ends early.';
}
