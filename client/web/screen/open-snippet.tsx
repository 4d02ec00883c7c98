import { useEffect, useState } from 'preact/hooks';
import type { SnippetClient } from '../../snippet-client.ts';
import type { Model } from '../../snippet.ts';
import type { SnippetState } from '../../store/snippet-state.ts';
import { isBusy } from '../../store/snippet-state.ts';
import type { CodeColours } from '../code/code-colours.ts';
import { keptWrap } from '../kept-in-browser.ts';
import { nameOf } from '../name-of.ts';
import { phaseWords } from '../phase-words.ts';
import { useAncestors } from '../use-ancestors.ts';
import { useClock } from '../use-clock.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { CheckNote } from './check-note.tsx';
import { CodePanel } from './code-panel.tsx';
import { FileActions } from './file-actions.tsx';
import { FileFoot } from './file-foot.tsx';
import type { ChainLink } from './file-head.tsx';
import { FileHead } from './file-head.tsx';
import { StateNote } from './state-note.tsx';
import { useKeys } from './use-keys.ts';

interface OpenSnippetProps {
  readonly client: SnippetClient;
  readonly colours: CodeColours;
  readonly state: SnippetState;
  readonly models: readonly Model[];
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
  const { client, colours, state, models, refinements, letters, say } = props;
  const { phase, snippet, code, request } = state;
  const [chosen, choose] = useState<'code' | 'changes'>();
  const [wrap, setWrap] = useState(keptWrap.read() ?? innerWidth < NARROW);
  const ancestors = useAncestors(client, snippet?.parentId);
  const now = useClock(phase === 'waiting');

  const name = nameOf(state);
  const modelId = snippet?.model ?? request?.options?.model ?? models.find(({ isDefault }) => isDefault)?.id;
  const model = models.find(({ id }) => id === modelId);
  const words = phaseWords(state, name, modelId ?? 'the model', now);
  const growing = isBusy(state);
  const language = snippet?.language ?? (request && 'language' in request ? request.language : undefined);
  const before = snippet?.parentId === ancestors.at(-1)?.id ? ancestors.at(-1)?.code : undefined;
  const comparable = !growing && code !== '' && typeof before === 'string' && language !== undefined;
  const view = comparable ? (chosen ?? 'changes') : 'code';

  useEffect(() => {
    if (words.spoken !== '') say(words.spoken);
  }, [words.spoken]);
  useKeys(letters, { d: () => comparable && choose(view === 'code' ? 'changes' : 'code') });

  return (
    <article class="opened">
      <FileHead
        {...{ name, language, ancestors, refinements, model: modelId, fileName: snippet?.fileName }}
        instruction={snippet?.instruction ?? request?.instruction ?? ''}
        state={words.shown}
        stateKind={words.kind}
      >
        <FileActions
          {...{ code, growing, letters, say, wrap }}
          fileName={snippet?.fileName}
          view={comparable ? view : undefined}
          onView={choose}
          onDelete={props.onDelete}
          onWrap={() => {
            keptWrap.write(!wrap);
            setWrap(!wrap);
          }}
        />
      </FileHead>
      {snippet?.check && <CheckNote check={snippet.check} />}
      <StateNote {...{ state, modelId }} onAgain={props.onAgain} onContinue={props.onContinue} />
      {view === 'changes' && typeof before === 'string' && language ? (
        <ChangesPanel {...{ colours, before, after: code, language, wrap }} />
      ) : code === '' ? (
        <div class="code-frame">{growing && <Coming />}</div>
      ) : (
        <CodePanel {...{ colours, code, language, growing, wrap }} label={`Code of ${name}`} />
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

/** Stands where code is about to come. */
function Coming() {
  return (
    <div class="coming" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
