import type { Language } from '../../../schema/types.generated.ts';
import type { CodeAnswer, CodeQuestion } from './code-messages.ts';
import type { Line } from './colour-lines.ts';
import type { ChangedLine } from './compare-code.ts';

/** Colours and compares code, off the thread that draws. */
export interface CodeColours {
  /**
   * Asks for the colours of a code; only the newest question is answered. When answers take long the worker rests as long
   * in between, so that code that grows does not cost a whole processor.
   * @param whole whether every line is wanted, or only those that changed since the answer before
   */
  colour(language: Language, code: string, whole: boolean, onLines: OnLines): void;
  /** Forgets the question that has no answer yet. */
  forget(): void;
  /** @returns undefined when the two are too different to compare */
  compare(language: Language, before: string, after: string): Promise<readonly ChangedLine[] | undefined>;
}

type OnLines = (lines: readonly (readonly [index: number, line: Line])[]) => void;
type WithoutTicket<Question> = Question extends unknown ? Omit<Question, 'ticket'> : never;

interface Wanted {
  readonly question: WithoutTicket<CodeQuestion>;
  readonly onAnswer: (answer: CodeAnswer) => void;
}

export function createCodeColours(worker: Worker): CodeColours {
  const waiting = new Map<number, (answer: CodeAnswer) => void>();
  let tickets = 0;
  /** The one colouring under way, and the newest that was asked for meanwhile. */
  let busy: number | undefined;
  let next: Wanted | undefined;

  worker.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
    waiting.get(data.ticket)?.(data);
    waiting.delete(data.ticket);
  });

  function send({ question, onAnswer }: Wanted): number {
    tickets += 1;
    waiting.set(tickets, onAnswer);
    worker.postMessage({ ...question, ticket: tickets });
    return tickets;
  }

  function sendNext(): void {
    busy = undefined;
    const wanted = next;
    next = undefined;
    if (!wanted) return;
    const began = performance.now();
    busy = send({
      question: wanted.question,
      onAnswer(answer) {
        const took = performance.now() - began;
        if (answer.ticket === busy) wanted.onAnswer(answer);
        setTimeout(sendNext, took);
      },
    });
  }

  return {
    colour(language, code, whole, onLines) {
      const resent = whole || (next?.question.kind === 'colour' && next.question.whole);
      next = {
        question: { kind: 'colour', language, code, whole: resent },
        onAnswer: (answer) => answer.kind === 'coloured' && onLines(answer.lines),
      };
      if (busy === undefined) sendNext();
    },
    forget() {
      next = undefined;
      if (busy !== undefined) waiting.set(busy, () => setTimeout(sendNext, 0));
    },
    compare: (language, before, after) =>
      new Promise((resolve) =>
        send({
          question: { kind: 'compare', language, before, after },
          onAnswer: (answer) => resolve(answer.kind === 'compared' ? answer.changes : undefined),
        }),
      ),
  };
}
