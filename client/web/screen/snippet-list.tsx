import type { Language, SnippetStatus } from '../../../schema/types.generated.ts';
import { languageList, languageTitles } from '../language-titles.ts';
import { ageOf, exactTime } from '../numbers.ts';
import { hrefOf } from '../routes.ts';

/** What the list shows of a snippet. */
export interface ListedSnippet {
  readonly id: string;
  readonly language: Language;
  readonly instruction: string;
  readonly status: SnippetStatus;
  readonly parentId: string | null;
  readonly createdAt: string;
}

interface SnippetListProps {
  readonly items: readonly ListedSnippet[];
  readonly phase: 'loading' | 'ready' | 'error';
  readonly hasMore: boolean;
  /** How many there are that the list does not show yet. */
  readonly fresh: number;
  readonly openId: string | undefined;
  readonly language: Language | undefined;
  readonly onLanguage: (language: Language | undefined) => void;
  readonly onMore: () => void;
  readonly onRefresh: () => void;
}

const words: Readonly<Record<SnippetStatus, string>> = {
  PENDING: 'waiting',
  GENERATING: 'being written',
  COMPLETED: 'finished',
  FAILED: 'failed',
  CANCELLED: 'stopped',
};

/** All snippets, newest first, a page at a time; what is new elsewhere waits behind a button, so that nothing jumps. */
export function SnippetList(props: SnippetListProps) {
  const { items, phase, hasMore, fresh, openId, language, onLanguage, onMore, onRefresh } = props;
  const now = Date.now();
  return (
    <>
      <div class="list-head">
        <h2 id="list-title">Snippets</h2>
        <select
          aria-label="Show the language"
          value={language ?? ''}
          onChange={({ currentTarget }) =>
            onLanguage(currentTarget.value === '' ? undefined : (currentTarget.value as Language))
          }
        >
          <option value="">All languages</option>
          {languageList.map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {fresh > 0 && (
        <button type="button" class="pill fresh" onClick={onRefresh}>
          {fresh} new
        </button>
      )}
      <nav class="list" aria-labelledby="list-title">
        <ul>
          {items.map(({ id, instruction, status, parentId, language: own, createdAt }) => (
            <li key={id}>
              <a href={hrefOf(id)} aria-current={id === openId ? 'page' : undefined}>
                <span class="list-text">{instruction}</span>
                <span class="list-facts">
                  <span class={`mark ${status.toLowerCase()}`} aria-hidden="true" />
                  <span>{languageTitles[own]}</span>
                  {parentId !== null && <span>refined</span>}
                  <time dateTime={createdAt} title={exactTime(createdAt)}>
                    {ageOf(createdAt, now)}
                  </time>
                  {status === 'COMPLETED' ? (
                    <span class="unseen">{words[status]}</span>
                  ) : (
                    <span class="list-state">{words[status]}</span>
                  )}
                </span>
              </a>
            </li>
          ))}
        </ul>
        {items.length === 0 && <p class="quiet padded">{emptyText(phase, language)}</p>}
        {phase === 'error' && (
          <p class="padded">
            The list could not be read.{' '}
            <button type="button" class="link" onClick={onRefresh}>
              Try again
            </button>
          </p>
        )}
        {hasMore && (
          <button type="button" class="quiet-button more" onClick={onMore} disabled={phase === 'loading'}>
            {phase === 'loading' ? 'Loading…' : 'Show more'}
          </button>
        )}
      </nav>
    </>
  );
}

function emptyText(phase: SnippetListProps['phase'], language: Language | undefined): string {
  if (phase === 'loading') return 'Loading…';
  if (phase === 'error') return '';
  return language === undefined ? 'What you ask for appears here.' : `Nothing in ${languageTitles[language]} yet.`;
}
