import { languages } from '../../../schema/languages.ts';
import type { Language } from '../../../schema/types.generated.ts';
import type { KnownTask } from '../page-config.ts';

export interface Example {
  readonly instruction: string;
  readonly language: Language;
}

interface EmptyScreenProps {
  /** What the model in use knows, when it knows certain tasks alone. */
  readonly known: readonly KnownTask[] | undefined;
  /** The language that the form asks for now. */
  readonly language: Language;
  readonly onExample: (example: Example) => void;
}

const examples: readonly Example[] = [
  { instruction: 'implement binary search', language: 'PYTHON' },
  { instruction: 'fizzbuzz', language: 'RUST' },
  { instruction: 'an LRU cache', language: 'TYPESCRIPT' },
];

/** What stands there before a snippet is open: what to do, and examples to begin with. */
export function EmptyScreen({ known, language, onExample }: EmptyScreenProps) {
  return (
    <div class="empty">
      <h1>Ask for code.</h1>
      <p class="lead">Say what it should do. It streams in as it is written, and stays here as a file that runs.</p>
      <ul class="examples" aria-label="Examples">
        {examples.map((example) => (
          <li key={example.instruction}>
            <button type="button" onClick={() => onExample(example)}>
              <span>{example.instruction}</span>
              <span class="tag">{languages[example.language].title}</span>
            </button>
          </li>
        ))}
      </ul>
      {known && (
        <details class="known">
          <summary>All {known.length} tasks that the cookbook knows</summary>
          <ul>
            {known.map(({ title, languages: offered }) => (
              <li key={title}>
                <button
                  type="button"
                  class="link"
                  onClick={() => onExample({ instruction: title, language: pick(offered, language) })}
                >
                  {title}
                </button>{' '}
                <span class="quiet">{offered.map((name) => languages[name].title).join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The language that is wished for if the task is known in it, else the first that it is known in. */
function pick(offered: readonly Language[], wished: Language): Language {
  return offered.includes(wished) ? wished : (offered[0] ?? wished);
}
