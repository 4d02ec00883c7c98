import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../index.ts';
import { useClient } from './use-client.ts';

/**
 * What the connection is at that brings the code: `lost` while it is away and the client tries again.
 * @example
 * import { useConnection } from 'snipstream/react';
 *
 * export const Line = () => (useConnection() === 'lost' ? <p>The line is lost.</p> : null);
 */
export function useConnection(): ConnectionState {
  const { connection } = useClient();
  return useSyncExternalStore(
    connection.subscribe,
    () => connection.current,
    () => 'idle',
  );
}
