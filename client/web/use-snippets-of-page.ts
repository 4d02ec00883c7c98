import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GenerateRequest, RefineRequest } from '../calls.ts';
import { RefusedError } from '../client-errors.ts';
import type { SnippetClient } from '../snippet-client.ts';
import type { HistoryState } from '../store/history-store.ts';
import { createHistoryStore } from '../store/history-store.ts';
import type { SnippetState } from '../store/snippet-state.ts';
import { createSnippetStore } from '../store/snippet-store.ts';
import type { Language } from '../../schema/types.generated.ts';
import { keptPending } from './kept-in-browser.ts';
import { useRoute } from './routes.ts';
import { useChanging } from './use-changing.ts';

/** The snippet that is open, and what can be done with it. */
export interface OpenOne {
  /** As the address says; undefined when none is open. */
  readonly id: string | undefined;
  readonly state: SnippetState;
  /** Why the API did not take the last request. */
  readonly refusal: RefusedError | undefined;
  go(id: string | undefined): void;
  ask(request: GenerateRequest | RefineRequest): void;
  again(): void;
  stop(): void;
}

/**
 * Follows the address: opens what it names, and names in it what is asked for. A request that was not accepted yet when
 * the page was left is sent again under its id, so that it is carried out once.
 * @param giveBack told the instruction of a request that the API refused
 */
export function useOpenSnippet(client: SnippetClient, giveBack: (instruction: string) => void): OpenOne {
  const store = useMemo(() => createSnippetStore(client), [client]);
  const state = useChanging(store, (source) => source.state);
  const [id, go] = useRoute();
  const [refusal, setRefusal] = useState<RefusedError>();

  useEffect(() => {
    if (id === store.state.id) return;
    const pending = keptPending.read();
    if (id === undefined) store.reset();
    else if (pending?.id === id) void send(pending.request);
    else void store.watch(id);
  }, [store, id]);

  const send = (request: GenerateRequest | RefineRequest): unknown =>
    'language' in request ? store.generate(request) : store.refine(request);

  useEffect(() => {
    const { phase, error, request } = state;
    const refused = phase === 'error' && error instanceof RefusedError && request !== undefined && !state.snippet;
    if (phase === 'asking' || (phase === 'error' && !refused)) return;
    if (state.id !== undefined && keptPending.read()?.id === state.id) keptPending.write(undefined);
    if (!refused) return;
    setRefusal(error);
    giveBack(request.instruction);
    go('language' in request ? undefined : request.id);
  }, [state.phase, state.id]);

  return {
    id,
    state,
    refusal,
    go(to) {
      setRefusal(undefined);
      go(to);
    },
    ask(request) {
      const newId = crypto.randomUUID();
      const whole = { ...request, options: { ...request.options, id: newId } };
      setRefusal(undefined);
      keptPending.write({ id: newId, request: whole });
      void send(whole);
      go(newId);
    },
    again() {
      void store.retry();
      if (store.state.id) go(store.state.id);
    },
    stop: () => void store.stop(),
  };
}

/** The list of snippets, in all languages or in one. */
export function useHistory(client: SnippetClient) {
  const [language, setLanguage] = useState<Language>();
  const store = useMemo(() => createHistoryStore(client, language ? { language } : {}), [client, language]);
  useEffect(() => () => store.dispose(), [store]);
  const state: HistoryState = useChanging(store, (source) => source.state);
  return {
    state,
    language,
    setLanguage,
    more: () => void store.more(),
    refresh: () => void store.refresh(),
    remove: (id: string) => store.remove(id),
  };
}
