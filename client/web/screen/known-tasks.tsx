import type { Language } from '../../../schema/types.generated.ts';
import { languageTitles } from '../language-titles.ts';
import type { KnownTask } from '../page-config.ts';
import type { Example } from './empty-screen.tsx';

interface KnownTasksProps {
  readonly known: readonly KnownTask[];
  /** The language that the form asks for now. */
  readonly language: Language;
  readonly onExample: (example: Example) => void;
}

/** All that a model knows which knows certain tasks alone. */
export function KnownTasks({ known, language, onExample }: KnownTasksProps) {
  return (
    <details class="known">
      <summary>All {known.length} tasks that the cookbook knows</summary>
      <ul>
        {known.map(({ title, languages }) => (
          <li key={title}>
            <button
              type="button"
              class="link"
              onClick={() => onExample({ instruction: title, language: pick(languages, language) })}
            >
              {title}
            </button>{' '}
            <span class="quiet">{languages.map((name) => languageTitles[name]).join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The language that is wished for if the task is known in it, else the first that it is known in. */
function pick(offered: readonly Language[], wished: Language): Language {
  return offered.includes(wished) ? wished : (offered[0] ?? wished);
}
