/** A line of a text. */
export interface TextLine {
  readonly text: string;
  /** What ended it; empty for a last line that has no end. */
  readonly ending: string;
}

/** A stretch of a line as it comes in. */
export interface Fragment {
  readonly text: string;
  /** Whether the line goes on, has ended with this line break, or ends with the whole text. */
  readonly end: 'open' | '\n' | '\r\n' | 'last';
}

/** The lines of a whole text. Where it has no other line break, a carriage return is one, as on old Macs. */
export function linesOf(text: string): TextLine[] {
  const breaks = text.includes('\n') ? /\r?\n/g : /\r/g;
  const lines: TextLine[] = [];
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(breaks)) {
    lines.push({ text: text.slice(start, index), ending });
    start = index + ending.length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), ending: '' });
  return lines;
}

/**
 * Splits a text into fragments as it comes. What could be the half of a line break or of a surrogate pair waits; at the end
 * the half of a pair is left out.
 */
export function createFragments(): { push(text: string): Fragment[]; end(): Fragment[] } {
  let waiting = '';
  return {
    push(text) {
      const all = waiting + text;
      waiting = /[\r\uD800-\uDBFF]$/.test(all) ? all.slice(-1) : '';
      const ready = all.slice(0, all.length - waiting.length);
      const fragments: Fragment[] = [];
      let start = 0;
      for (let newline = ready.indexOf('\n'); newline >= 0; newline = ready.indexOf('\n', start)) {
        const returns = newline > start && ready.charAt(newline - 1) === '\r';
        fragments.push({ text: ready.slice(start, returns ? newline - 1 : newline), end: returns ? '\r\n' : '\n' });
        start = newline + 1;
      }
      if (start < ready.length) fragments.push({ text: ready.slice(start), end: 'open' });
      return fragments;
    },
    end: () => [{ text: waiting.replace(/[\uD800-\uDBFF]$/, ''), end: 'last' }],
  };
}
