import { StrictMode } from 'react';
import type { FormEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { createSnippetClient } from 'snipstream';
import { SnippetCode, SnipstreamProvider, useConnection, useModels, useSnippet, useSnippets } from 'snipstream/react';

const address = new URLSearchParams(location.search);
const url = address.get('url') ?? 'http://127.0.0.1:4000/graphql';
const client = createSnippetClient({ url, auth: { apiKey: address.get('key') ?? '' } });

function App() {
  const { phase, code, snippet, error, busy, generate, watch, retry, stop } = useSnippet();
  const connection = useConnection();
  const problem = error?.message ?? snippet?.failure?.message;

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { instruction = '', model } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    void generate({ language: 'PYTHON', instruction, options: { model } });
  }

  return (
    <main>
      <form onSubmit={ask}>
        <input name="instruction" aria-label="Instruction" required />
        <Models />
        <button disabled={busy}>Generate</button>
        {busy && <button type="button" onClick={stop} children="Stop" />}
      </form>
      <p role="status">{connection === 'lost' ? 'The connection is lost, trying again.' : phase}</p>
      {problem && <p role="alert">{problem}</p>}
      {problem && <button onClick={retry}>Try again</button>}
      <SnippetCode code={code} language={snippet?.language ?? 'PYTHON'} busy={busy} lineNumbers />
      <History open={watch} />
    </main>
  );
}

function Models() {
  const { models } = useModels();
  return (
    <select name="model" aria-label="Model">
      {models.map(({ id }) => (
        <option key={id} children={id} />
      ))}
    </select>
  );
}

function History({ open }: { open(id: string): void }) {
  const { items, fresh, hasMore, more, refresh } = useSnippets({ pageSize: 5 });
  return (
    <nav aria-label="Snippets">
      {fresh > 0 && <button onClick={refresh}>{fresh} new</button>}
      {items.map(({ id, fileName }) => (
        <button key={id} onClick={() => open(id)} children={fileName} />
      ))}
      {hasMore && <button onClick={more}>Show more</button>}
    </nav>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <StrictMode>
    <SnipstreamProvider client={client} children={<App />} />
  </StrictMode>,
);
