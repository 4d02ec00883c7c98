import { useEffect, useState } from 'preact/hooks';
import type { SnippetClient } from '../../snippet-client.ts';
import type { UsageDay } from '../../snippet.ts';
import { onAttention } from '../../on-attention.ts';
import { countOf } from '../count-of.ts';
import { clockTime, dollars, exactTime } from '../numbers.ts';

interface UsageNoteProps {
  readonly client: SnippetClient;
  /** Changes when something was used, so that it is asked for again. */
  readonly changedBy: unknown;
}

/** What was used today and what is left, so that nobody meets the quota unprepared; nothing while nothing is known or used. */
export function UsageNote({ client, changedBy }: UsageNoteProps) {
  const today = useToday(client, changedBy);
  if (!today) return null;
  const { used, limit, usedTokens, tokenLimit, cost, resetsAt } = today;
  if (limit === null && tokenLimit === null && used === 0) return null;
  const money = cost ? `, ${dollars(cost)}` : '';
  const isUsedUp = (limit !== null && used >= limit) || (tokenLimit !== null && usedTokens >= tokenLimit);
  return (
    <p class={`usage-note${isUsedUp ? ' used-up' : ''}`}>
      {isUsedUp && <strong>Your quota for today is used up. </strong>}
      Used today: {amount(used, limit, used === 1 ? 'snippet' : 'snippets')}
      {usedTokens > 0 || tokenLimit !== null ? `, ${amount(usedTokens, tokenLimit, 'tokens')}` : ''}
      {money}.{' '}
      {(limit !== null || tokenLimit !== null) && (
        <>
          The count begins again at{' '}
          <time dateTime={resetsAt} title={exactTime(resetsAt)}>
            {clockTime(resetsAt)}
          </time>
          .
        </>
      )}
    </p>
  );
}

/** `12 of 50 snippets (38 left)`, or without a limit `12 snippets`. */
function amount(used: number, limit: number | null, what: string): string {
  if (limit === null) return `${countOf(used)} ${what}`;
  return `${countOf(used)} of ${countOf(limit)} ${what === 'snippet' ? 'snippets' : what} (${countOf(Math.max(0, limit - used))} left)`;
}

/** The usage of today: asked for at first, after each change, when the reader comes back, and when a new day begins. */
function useToday(client: SnippetClient, changedBy: unknown): UsageDay | undefined {
  const [today, setToday] = useState<UsageDay>();
  useEffect(() => {
    const leave = new AbortController();
    let reads = 0;
    let midnight: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const mine = ++reads;
      client.usage({ days: 1, signal: leave.signal }).then(
        ([day]) => {
          if (mine !== reads || !day) return;
          setToday(day);
          clearTimeout(midnight);
          midnight = setTimeout(read, Math.max(1_000, Date.parse(day.resetsAt) - Date.now()));
        },
        // It is a help and no condition: the API itself refuses what is too much.
        () => undefined,
      );
    };
    onAttention(read, leave.signal);
    read();
    return () => {
      leave.abort();
      clearTimeout(midnight);
    };
  }, [client, changedBy]);
  return today;
}
