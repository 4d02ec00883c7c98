import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { requestLimits } from '../../../schema/limits/request-limits.ts';
import type { RefusedError } from '../../client-errors.ts';
import type { GenerationOptions } from '../../../schema/types.generated.ts';
import type { Model } from '../../snippet.ts';
import type { Draft } from '../kept-in-browser.ts';
import { countOf } from '../count-of.ts';
import { Icon } from './icon.tsx';
import type * as Later from './later.ts';

export interface AskFormProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly models: readonly Model[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What the open snippet is called when it can be refined; undefined: the form asks for new code. */
  readonly refining: string | undefined;
  /** Where a generation is: only one at a time runs from this form. */
  readonly running: 'no' | 'yes' | 'stopping';
  readonly offline: boolean;
  /** What the API said against the request before. */
  readonly refusal: RefusedError | undefined;
  /** The parts that come after the first view. */
  readonly later: typeof Later | undefined;
  readonly onAsk: (options: GenerationOptions) => void;
  readonly onStop: () => void;
  readonly onNew: () => void;
  /** What is to be known before asking. */
  readonly children: ComponentChildren;
}

/** Where code is asked for, refined and stopped. It is always in reach, and keeps what was written. */
export function AskForm(props: AskFormProps) {
  const { draft, onDraft, models, field, refining, running, offline, refusal, later, onAsk, onStop, onNew, children } =
    props;
  const form = useRef<HTMLFormElement>(null);
  const length = draft.instruction.length;
  const tooLong = length > requestLimits.instructionUnits;
  const isEmpty = draft.instruction.trim() === '';
  const model = models.find(({ id }) => id === draft.model) ?? models.find(({ isDefault }) => isDefault);

  const ask = (): void => {
    if (running !== 'no' || offline || isEmpty || tooLong || !form.current?.reportValidity()) return;
    onAsk({ ...later?.readOptions(form.current), ...(draft.model === '' ? {} : { model: draft.model }) });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    ask();
  };
  const notes = [refusal ? 'ask-refusal' : '', tooLong ? 'ask-length' : ''].join(' ').trim();

  return (
    <form
      class="ask"
      ref={form}
      aria-label={refining === undefined ? 'Ask for code' : 'Refine the code'}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {later && refusal && <later.RefusalNote refused={refusal} />}
      {refining !== undefined && (
        <p class="ask-about">
          <span>
            Refining <strong class="mono">{refining}</strong>
          </span>
          <button type="button" class="link" onClick={onNew}>
            Ask for new code instead
          </button>
        </p>
      )}
      <textarea
        ref={field}
        id="instruction"
        rows={Math.min(8, Math.max(2, draft.instruction.split('\n').length))}
        aria-label={refining === undefined ? 'What the code is to do' : 'What should be different'}
        aria-describedby={notes === '' ? undefined : notes}
        aria-invalid={tooLong || Boolean(refusal)}
        placeholder={refining === undefined ? 'What should the code do?' : 'What should be different?'}
        value={draft.instruction}
        onInput={({ currentTarget }) => onDraft({ ...draft, instruction: currentTarget.value })}
      />
      {tooLong && (
        <p class="refusal" id="ask-length">
          {countOf(length)} characters; at most {countOf(requestLimits.instructionUnits)} are taken.
        </p>
      )}
      <div class="ask-row">
        {later && <later.ChoiceFields {...{ draft, onDraft, models, model }} refining={refining !== undefined} />}
        <span class="spread" />
        {running === 'no' ? (
          <button type="submit" class="go" disabled={offline || isEmpty || tooLong} title="Ctrl+Enter or ⌘+Enter">
            <Icon name="send" /> {refining === undefined ? 'Generate' : 'Refine'}
          </button>
        ) : (
          <button type="button" class="go stop" onClick={onStop} disabled={running === 'stopping'} title="Esc">
            <Icon name="stop" /> {running === 'stopping' ? 'Stopping…' : 'Stop'}
          </button>
        )}
      </div>
      {later && model && <later.ModelNote model={model} refining={refining !== undefined} />}
      {children}
    </form>
  );
}
