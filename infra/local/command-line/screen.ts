/** The part of a process stream that is used. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The output of the command line. Code goes to one stream, and everything else to the other. */
export interface Screen {
  /** Code that is final. */
  code(text: string): void;
  /** Whether code can be shown while it may still be taken back: somebody looks at it. */
  readonly live: boolean;
  /** A line about what happened, for good. */
  say(line: string): void;
  /** What goes on at the moment: one line that changes in place, left out where nobody looks or code runs. */
  status(text: string): void;
}

const CLEAR_LINE = '\r\x1b[2K';

/** Both may be the same terminal: then a status line stands only as long as no code does. */
export function createScreen(out: Output, err: Output): Screen {
  let status = '';
  /** Whether the last line of code is still open. */
  let open = false;
  const clear = (): void => {
    if (status !== '') err.write(CLEAR_LINE);
    status = '';
  };
  return {
    live: out.isTTY === true,
    code(text) {
      clear();
      out.write(text);
      if (text !== '') open = out.isTTY === true && !text.endsWith('\n');
    },
    say(line) {
      clear();
      if (open) out.write('\n');
      open = false;
      err.write(`${line}\n`);
    },
    status(text) {
      if (!err.isTTY || open || text === status) return;
      err.write(`${CLEAR_LINE}${text}`);
      status = text;
    },
  };
}
