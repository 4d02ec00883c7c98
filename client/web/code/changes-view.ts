import { span } from './code-view.ts';
import type { ChangedLine } from './compare-code.ts';

/** Unchanged lines that are shown around a change. */
const AROUND = 3;
const SLICE_MS = 6;
const signs = { same: ' ', added: '+', removed: '−' } as const;

/**
 * Shows changed lines with a few unchanged ones around; what is left out stands behind a button. A long list comes in
 * slices, so that the page answers in between.
 * @returns ends the showing and takes all of it away
 */
export function showChanges(host: HTMLElement, changes: readonly ChangedLine[]): () => void {
  const near = nearChanges(changes);
  let at = 0;
  let frame = requestAnimationFrame(show);

  function show(): void {
    const until = performance.now() + SLICE_MS;
    const fragment = document.createDocumentFragment();
    while (at < changes.length && performance.now() < until) at = addFrom(fragment, at);
    host.append(fragment);
    if (at < changes.length) frame = requestAnimationFrame(show);
  }

  function addFrom(fragment: DocumentFragment, from: number): number {
    const change = changes[from];
    if (change && near[from]) {
      fragment.append(row(change));
      return from + 1;
    }
    const next = near.indexOf(true, from);
    const end = next === -1 ? changes.length : next;
    fragment.append(gap(changes.slice(from, end)));
    return end;
  }

  return () => {
    cancelAnimationFrame(frame);
    host.replaceChildren();
  };
}

/** Of each line whether it is changed or stands close to one that is. */
function nearChanges(changes: readonly ChangedLine[]): boolean[] {
  const near = changes.map(() => false);
  for (const [index, { kind }] of changes.entries()) {
    if (kind !== 'same') near.fill(true, Math.max(0, index - AROUND), index + AROUND + 1);
  }
  return near.slice(0, changes.length);
}

function row({ kind, before, after, line }: ChangedLine): HTMLElement {
  const element = document.createElement('div');
  element.className = `change ${kind}`;
  element.dataset['before'] = String(before ?? '');
  element.dataset['after'] = String(after ?? '');
  const sign = document.createElement('span');
  sign.className = 'sign';
  sign.textContent = signs[kind];
  const text = document.createElement('span');
  text.className = 'text';
  text.append(...line.map(span));
  element.append(sign, text);
  return element;
}

function gap(hidden: readonly ChangedLine[]): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'gap';
  button.textContent = hidden.length === 1 ? 'Show 1 unchanged line' : `Show ${hidden.length} unchanged lines`;
  button.addEventListener('click', () => button.replaceWith(...hidden.map(row)));
  return button;
}
