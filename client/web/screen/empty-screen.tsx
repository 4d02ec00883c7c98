import type { ComponentChildren } from 'preact';
import type { Language } from '../../../schema/types.generated.ts';
import { languageTitles } from '../language-titles.ts';

export interface Example {
  readonly instruction: string;
  readonly language: Language;
}

interface EmptyScreenProps {
  readonly onExample: (example: Example) => void;
  readonly children: ComponentChildren;
}

const examples: readonly Example[] = [
  { instruction: 'implement binary search', language: 'PYTHON' },
  { instruction: 'fizzbuzz', language: 'RUST' },
  { instruction: 'an LRU cache', language: 'TYPESCRIPT' },
];

/** What stands there before a snippet is open: what to do, and examples to begin with. */
export function EmptyScreen({ onExample, children }: EmptyScreenProps) {
  return (
    <div class="empty">
      <h1>Ask for code.</h1>
      <p class="lead">Say what it should do. It streams in as it is written, and stays here as a file that runs.</p>
      <ul class="examples" aria-label="Examples">
        {examples.map((example) => (
          <li key={example.instruction}>
            <button type="button" onClick={() => onExample(example)}>
              <span>{example.instruction}</span>
              <span class="tag">{languageTitles[example.language]}</span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
