import type { Line } from './colour-lines.ts';

/** Lines in a block. The browser lays out only the blocks that are in view. */
const BLOCK = 64;
/** How long colours may be put on in one go, in milliseconds, so that the page answers in between. */
const SLICE_MS = 6;

/** Code on the page, one element for each line, so that growing code and colours that come later touch only what they change. */
export interface CodeView {
  /** Shows this code in place of what is shown; what both begin with stays as it is. */
  show(code: string): void;
  /** Puts colours on lines that have the text that was coloured; the others keep theirs. */
  colour(lines: readonly (readonly [index: number, line: Line])[]): void;
  clear(): void;
}

/**
 * @param onMissed told when a line was not coloured, because it has another text by now
 */
export function createCodeView(host: HTMLElement, onMissed: () => void): CodeView {
  let shown = '';
  let texts: string[] = [];
  let elements: HTMLElement[] = [];
  let uncoloured: (readonly [index: number, line: Line])[] = [];
  let painting = false;

  function cutTo(count: number): void {
    for (const block of [...host.children].slice(Math.ceil(count / BLOCK))) block.remove();
    for (const element of elements.slice(count)) element.remove();
    texts = texts.slice(0, count);
    elements = elements.slice(0, count);
  }

  function add(lines: readonly string[]): void {
    for (const text of lines) {
      const line = document.createElement('div');
      line.className = 'line';
      line.textContent = text;
      line.dataset['n'] = String(elements.length + 1);
      if (elements.length % BLOCK === 0) {
        const block = document.createElement('div');
        block.className = 'block';
        host.append(block);
      }
      host.lastElementChild?.append(line);
      texts.push(text);
      elements.push(line);
    }
  }

  function grow(tail: string): void {
    const [first = '', ...lines] = tail.split('\n');
    const last = texts.length - 1;
    texts[last] += first;
    if (first !== '') elements[last]?.append(first);
    add(lines);
  }

  function paint(): void {
    painting = false;
    const until = performance.now() + SLICE_MS;
    let done = 0;
    for (const [index, line] of uncoloured) {
      if (performance.now() > until) break;
      done += 1;
      if (texts[index] === line.map(([, text]) => text).join('')) elements[index]?.replaceChildren(...line.map(span));
      else onMissed();
    }
    uncoloured = uncoloured.slice(done);
    if (uncoloured.length > 0) paintSoon();
  }

  function paintSoon(): void {
    if (painting) return;
    painting = true;
    requestAnimationFrame(paint);
  }

  return {
    show(code) {
      if (code === shown && texts.length > 0) return;
      if (texts.length > 0 && code.startsWith(shown)) {
        grow(code.slice(shown.length));
      } else {
        const lines = code.split('\n');
        const same = lines.findIndex((text, index) => text !== texts[index]);
        cutTo(same === -1 ? lines.length : same);
        add(lines.slice(texts.length));
      }
      shown = code;
    },
    colour(lines) {
      const newer = new Set(lines.map(([index]) => index));
      uncoloured = [...uncoloured.filter(([index]) => !newer.has(index)), ...lines];
      paintSoon();
    },
    clear() {
      cutTo(0);
      shown = '';
      uncoloured = [];
    },
  };
}

/** One piece of a line, as text: what it says is never read as HTML. */
export function span([className, text]: readonly [string, string]): Node {
  if (className === '') return document.createTextNode(text);
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
