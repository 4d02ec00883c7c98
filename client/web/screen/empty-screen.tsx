import type { ComponentChildren } from 'preact';
import type { Language } from '../../../schema/types.generated.ts';

export interface Example {
  readonly instruction: string;
  readonly language: Language;
}

interface EmptyScreenProps {
  readonly onExample: (example: Example) => void;
  readonly children: ComponentChildren;
}

/** With the title of the language, as the list of all titles comes after the first view. */
const examples: readonly (readonly [example: Example, title: string])[] = [
  [{ instruction: 'implement binary search', language: 'PYTHON' }, 'Python'],
  [{ instruction: 'fizzbuzz', language: 'RUST' }, 'Rust'],
  [{ instruction: 'an LRU cache', language: 'TYPESCRIPT' }, 'TypeScript'],
];

/** What stands there before a snippet is open: what to do, and examples to begin with. */
export function EmptyScreen({ onExample, children }: EmptyScreenProps) {
  return (
    <div class="empty">
      <h1>Ask for code.</h1>
      <p class="lead">Say what it should do. It streams in as it is written, and stays here as a file that runs.</p>
      <ul class="examples" aria-label="Examples">
        {examples.map(([example, title]) => (
          <li key={example.instruction}>
            <button type="button" onClick={() => onExample(example)}>
              <span>{example.instruction}</span>
              <span class="tag">{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
