import type { SnippetState } from '../store/snippet-state.ts';
import { countOf } from './count-of.ts';
import { lineCount, secondsOf } from './numbers.ts';

export interface PhaseWords {
  /** What is shown beside the name. */
  readonly shown: string;
  readonly kind: 'running' | 'good' | 'bad' | 'plain';
  /** What is spoken once, when the phase begins; empty for nothing. What has failed speaks for itself, as an alert. */
  readonly spoken: string;
}

/**
 * Where a snippet is, in words.
 * @param name of its file, as it is shown
 * @param now milliseconds
 */
export function phaseWords(state: SnippetState, name: string, model: string, now: number): PhaseWords {
  const { phase, snippet, code, startedAt } = state;
  switch (phase) {
    case 'idle':
      return { shown: '', kind: 'plain', spoken: '' };
    case 'asking':
      return {
        shown: state.request ? 'Sending…' : 'Opening…',
        kind: 'running',
        spoken: state.request ? `Asking ${model}.` : '',
      };
    case 'waiting':
      return { shown: `Waiting for ${model}… ${waited(startedAt, now)}`, kind: 'running', spoken: '' };
    case 'streaming':
      return { shown: 'Writing…', kind: 'running', spoken: 'Code is arriving.' };
    case 'stopping':
      return { shown: 'Stopping…', kind: 'running', spoken: '' };
    case 'completed': {
      const cut = snippet?.truncated === true;
      const lines = lineCount(code);
      return {
        shown: cut ? 'Cut off' : 'Finished',
        kind: cut ? 'bad' : 'good',
        spoken: `${name}, ${countOf(lines)} ${lines === 1 ? 'line' : 'lines'}, ${cut ? 'cut off' : 'finished'}.`,
      };
    }
    case 'cancelled':
      return { shown: 'Stopped', kind: 'plain', spoken: 'Stopped. What had arrived is kept.' };
    case 'failed':
      return { shown: 'Failed', kind: 'bad', spoken: '' };
    case 'error':
      return { shown: code === '' ? 'Not done' : 'Interrupted', kind: 'bad', spoken: '' };
  }
}

function waited(startedAt: number | undefined, now: number): string {
  return startedAt === undefined || now - startedAt < 1000
    ? ''
    : secondsOf(Math.floor((now - startedAt) / 1000) * 1000);
}
