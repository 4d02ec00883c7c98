import type { ReactElement } from 'react';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SnippetClient } from '../../../client/index.ts';
import { createSnippetClient, defaultWaits } from '../../../client/index.ts';
import type { UseSnippet, UseSnippetOptions } from '../../../client/react/index.ts';
import type { FakeApi, Answer } from '../../support/fakes/fake-api.ts';
import { data, startFakeApi } from '../../support/fakes/fake-api.ts';
import { startGrowingSnippet } from '../../support/fakes/growing-snippet.ts';
import { aSnippet, id } from '../../support/fakes/snippets.ts';
import type { ReactModules } from '../../support/react/react-versions.ts';
import { loadReact, reactVersions } from '../../support/react/react-versions.ts';

const request = { language: 'PYTHON', instruction: 'implement binary search' } as const;
const otherId = 'f5a3a5b0-9c5e-4f0e-8a63-0f2d4c7b9e11';

const clientOf = (api: FakeApi): SnippetClient =>
  createSnippetClient({ url: api.url, auth: { apiKey: 'k' } }, { ...defaultWaits, backOff: 1, backOffLimit: 5 });
const fieldsOf = (api: FakeApi): string[] => api.requests.map(({ field }) => field);

describe.each(reactVersions)('with React %i', (version) => {
  let modules: ReactModules;
  beforeAll(async () => {
    modules = await loadReact(version);
  });

  /** Renders under StrictMode, until the running test is over. */
  function mount(client: SnippetClient, element: ReactElement) {
    const { react, dom, snipstream, newPlace } = modules;
    const place = newPlace();
    const root = dom.createRoot(place);
    onTestFinished(() => root.unmount());
    const render = (shown: ReactElement): void =>
      root.render(
        react.createElement(
          react.StrictMode,
          null,
          react.createElement(snipstream.SnipstreamProvider, { client }, shown),
        ),
      );
    render(element);
    return { place, render, unmount: () => root.unmount() };
  }

  /** Shows what useSnippet gives: `latest` has it, the document its phase and code. */
  function snippetProbe() {
    const { react, snipstream } = modules;
    const probe: { latest?: UseSnippet; renders: number } = { renders: 0 };
    function Probe(options: UseSnippetOptions): ReactElement {
      const snippet = snipstream.useSnippet(options);
      probe.latest = snippet;
      probe.renders++;
      return react.createElement('p', null, `${snippet.phase}: ${snippet.code}`);
    }
    return { probe, element: (options: UseSnippetOptions = {}) => react.createElement(Probe, options) };
  }

  describe('useSnippet', () => {
    it('asks once, shows the code as it grows, and keeps its functions', async () => {
      const { api, asked, grow, push, end } = await startGrowingSnippet();
      const { probe, element } = snippetProbe();
      const { place } = mount(clientOf(api), element());
      await expect.poll(() => place.textContent).toBe('idle: ');
      const { generate } = probe.latest ?? {};
      const made = generate?.(request);
      await asked;
      await expect.poll(() => place.textContent).toBe('waiting: ');
      expect(probe.latest?.busy).toBe(true);
      push(grow('def f():\n'));
      await expect.poll(() => place.textContent).toBe('streaming: def f():\n');
      push(grow('  pass\n'), end('COMPLETED'));
      await made;
      await expect.poll(() => place.textContent).toBe('completed: def f():\n  pass\n');
      expect(probe.latest?.busy).toBe(false);
      expect(probe.latest?.generate).toBe(generate);
      expect(fieldsOf(api).filter((field) => field === 'generateCode')).toHaveLength(1);
    });

    it('watches the id it is given, over one connection although StrictMode mounts twice', async () => {
      const { api, grow, push, end } = await startGrowingSnippet();
      const client = clientOf(api);
      await client.generateCode({ ...request, options: { id } });
      grow('one ');
      const { element } = snippetProbe();
      const { place } = mount(client, element({ id }));
      await expect.poll(() => place.textContent).toBe('streaming: one ');
      push(grow('two'), end('COMPLETED'));
      await expect.poll(() => place.textContent).toBe('completed: one two');
      expect(api.connections).toHaveLength(1);
      expect(fieldsOf(api).filter((field) => field !== 'snippet')).toEqual(['generateCode']);
    });

    it('stops watching at an unmount in the middle, and cancels nothing', async () => {
      const { api, grow, push, asked } = await startGrowingSnippet();
      const { probe, element } = snippetProbe();
      const { place, unmount } = mount(clientOf(api), element());
      await expect.poll(() => place.textContent).toBe('idle: ');
      void probe.latest?.generate(request);
      await asked;
      push(grow('one '));
      await expect.poll(() => place.textContent).toBe('streaming: one ');
      unmount();
      await api.left();
      expect(fieldsOf(api)).toEqual(['generateCode']);
    });

    it('does not let a late answer about the id before overwrite the newer one', async () => {
      let answerFirst: (answer: Answer) => void = () => undefined;
      const first = new Promise<Answer>((resolve) => (answerFirst = resolve));
      const api = await startFakeApi(({ variables }) =>
        variables['id'] === id ? first : data('snippet', aSnippet({ id: otherId, code: 'newer' })),
      );
      const { probe, element } = snippetProbe();
      const { place, render } = mount(clientOf(api), element({ id }));
      await expect.poll(() => fieldsOf(api)).toEqual(['snippet']);
      render(element({ id: otherId }));
      await expect.poll(() => place.textContent).toBe('completed: newer');
      const { renders } = probe;
      answerFirst(data('snippet', aSnippet({ code: 'older' })));
      await clientOf(api).snippet(otherId);
      expect(place.textContent).toBe('completed: newer');
      expect(probe.renders).toBe(renders);
    });

    it('shows nothing once there is no id any more', async () => {
      const api = await startFakeApi(() => data('snippet', aSnippet({ code: 'done' })));
      const { element } = snippetProbe();
      const { place, render } = mount(clientOf(api), element({ id }));
      await expect.poll(() => place.textContent).toBe('completed: done');
      render(element());
      await expect.poll(() => place.textContent).toBe('idle: ');
    });

    it('calls the callbacks of the newest render', async () => {
      const { api, grow, push, end, asked } = await startGrowingSnippet();
      const { probe, element } = snippetProbe();
      const told: string[] = [];
      const callbacks = (name: string): UseSnippetOptions => ({
        onPart: (part, offset) => void told.push(`${name} ${offset} ${part}`),
        onEnd: ({ snippet }) => void told.push(`${name} ${snippet?.status}`),
      });
      const { place, render } = mount(clientOf(api), element(callbacks('older')));
      await expect.poll(() => place.textContent).toBe('idle: ');
      void probe.latest?.generate(request);
      await asked;
      const { renders } = probe;
      render(element(callbacks('newer')));
      await expect.poll(() => probe.renders).toBeGreaterThan(renders);
      await expect.poll(() => api.subscriptions.length).toBe(1);
      push(grow('def'), end('COMPLETED'));
      await expect.poll(() => told).toEqual(['newer 0 def', 'newer 3 ', 'newer COMPLETED']);
    });

    it('shows an error in its state, and throws none', async () => {
      const api = await startFakeApi(() => data('snippet', null));
      const { probe, element } = snippetProbe();
      const { place } = mount(clientOf(api), element({ id }));
      await expect.poll(() => place.textContent).toBe('error: ');
      expect(probe.latest?.error).toMatchObject({ name: 'NotFound' });
    });
  });

  it('lists snippets, asks for the models once for all, and tells of the connection', async () => {
    const { react, snipstream } = modules;
    const api = await startFakeApi(({ field }) =>
      data(field, field === 'models' ? [{ id: 'cookbook' }] : { items: [aSnippet()], nextToken: null }),
    );
    function Models(): ReactElement {
      return react.createElement(
        'i',
        null,
        snipstream.useModels().models.map((model) => model.id),
      );
    }
    function All(): ReactElement {
      const { items, phase } = snipstream.useSnippets({ language: 'PYTHON' });
      const names = items.map(({ fileName }) => fileName);
      const models = [react.createElement(Models, { key: 1 }), react.createElement(Models, { key: 2 })];
      return react.createElement('p', null, phase, ' ', names, ' ', snipstream.useConnection(), ' ', models);
    }
    const { place, unmount } = mount(clientOf(api), react.createElement(All));
    await expect.poll(() => place.textContent).toBe(`ready ${aSnippet().fileName} open cookbookcookbook`);
    expect(fieldsOf(api).sort()).toEqual(['models', 'snippets']);
    expect(api.connections).toHaveLength(1);
    unmount();
    await api.left();
  });

  it('renders on a server without a request, and takes over in a browser what that shows', async () => {
    const { react, dom, server, snipstream, newPlace } = modules;
    const api = await startFakeApi(({ field }) =>
      data(
        field,
        field === 'snippet' ? aSnippet({ code: 'done' }) : field === 'models' ? [] : { items: [], nextToken: null },
      ),
    );
    function Page(): ReactElement {
      const { phase, code } = snipstream.useSnippet({ id });
      const list = snipstream.useSnippets().phase;
      return react.createElement(
        'p',
        null,
        `${phase} ${code}|${list}|${snipstream.useModels().phase}|${snipstream.useConnection()}`,
      );
    }
    const page = react.createElement(
      snipstream.SnipstreamProvider,
      { client: clientOf(api) },
      react.createElement(Page),
    );
    const html = server.renderToString(page);
    expect(html).toBe('<p>idle |loading|loading|idle</p>');
    expect(api.requests).toEqual([]);
    expect(api.connections).toEqual([]);
    const place = newPlace();
    place.innerHTML = html;
    const complaints: unknown[] = [];
    const root = dom.hydrateRoot(place, page, { onRecoverableError: (error) => complaints.push(error) });
    onTestFinished(() => root.unmount());
    await expect.poll(() => place.textContent).toBe('completed done|ready|ready|open');
    expect(complaints).toEqual([]);
  });

  it('says what is missing without a provider', () => {
    const { react, server, snipstream } = modules;
    const Alone = (): ReactElement => react.createElement('p', null, snipstream.useConnection());
    expect(() => server.renderToString(react.createElement(Alone))).toThrow('<SnipstreamProvider> is missing');
  });
});
