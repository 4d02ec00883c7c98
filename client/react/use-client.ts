import { createContext, createElement, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { SnippetClient } from '../index.ts';

const ClientContext = createContext<SnippetClient | undefined>(undefined);

export interface SnipstreamProviderProps {
  readonly client: SnippetClient;
  readonly children?: ReactNode;
}

/**
 * Gives all hooks below it the client to ask.
 * @example
 * import { SnipstreamProvider } from 'snipstream/react';
 *
 * export const App = () => <SnipstreamProvider client={client}>…</SnipstreamProvider>;
 */
export function SnipstreamProvider({ client, children }: SnipstreamProviderProps): ReactElement {
  return createElement(ClientContext.Provider, { value: client }, children);
}

/** @throws Error when there is neither a client given nor a provider above */
export function useClient(given?: SnippetClient): SnippetClient {
  const provided = useContext(ClientContext);
  const client = given ?? provided;
  if (!client) throw new Error('There is no client: <SnipstreamProvider> is missing.');
  return client;
}
