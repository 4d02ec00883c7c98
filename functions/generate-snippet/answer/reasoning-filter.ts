/** Takes out what a model says to itself before it answers, when that comes as text in `<think>` tags. */
export interface ReasoningFilter {
  /** What of the text is not reasoning; what could be the beginning of a tag has to wait. */
  push(text: string): string;
  end(): string;
}

const OPENING_TAGS = ['<think>', '<thinking>', '<reasoning>'];
const CLOSING_TAG = /<\/(?:think|thinking|reasoning)>/i;

const LONGEST_TAG = '</reasoning>'.length;

/**
 * Reasoning at the start of an answer, as models on one's own machine and raw templates give it; Bedrock has blocks of
 * another kind for it. A byte order mark at the start goes too. Reasoning that never ends leaves no answer.
 */
export function createReasoningFilter(): ReasoningFilter {
  let state: 'start' | 'reasoning' | 'leaving' | 'answer' = 'start';
  let waiting = '';
  const take = (): string => {
    const taken = waiting;
    waiting = '';
    return taken;
  };
  return {
    push(text) {
      waiting += text;
      if (state === 'start') {
        waiting = waiting.replace(/^\uFEFF+/, '');
        const begun = waiting.trimStart().toLowerCase();
        if (OPENING_TAGS.some((tag) => begun.startsWith(tag))) state = 'reasoning';
        else if (OPENING_TAGS.some((tag) => tag.startsWith(begun))) return '';
        else state = 'answer';
      }
      if (state === 'reasoning') {
        const closing = CLOSING_TAG.exec(waiting);
        if (!closing) {
          waiting = waiting.slice(-LONGEST_TAG);
          return '';
        }
        waiting = waiting.slice(closing.index + closing[0].length);
        state = 'leaving';
      }
      if (state === 'leaving') {
        waiting = waiting.replace(/^[\r\n]+/, '');
        if (waiting === '') return '';
        state = 'answer';
      }
      return take();
    },
    end() {
      return state === 'start' ? take() : '';
    },
  };
}
