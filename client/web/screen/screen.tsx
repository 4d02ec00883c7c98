import { useEffect, useRef, useState } from 'preact/hooks';
import type { SnippetClient } from '../../snippet-client.ts';
import { isBusy } from '../../store/snippet-state.ts';
import type { GenerationOptions } from '../../../schema/types.generated.ts';
import type { CodeColours } from '../code/code-colours.ts';
import { keptDraft, keptKeys, keptTheme } from '../kept-in-browser.ts';
import type { KnownTask } from '../page-config.ts';
import { nameOf } from '../name-of.ts';
import { hrefOf } from '../routes.ts';
import { showTheme } from '../theme.ts';
import { useChanging } from '../use-changing.ts';
import { useConnectionNotice } from '../use-connection-notice.ts';
import { useLater } from '../use-later.ts';
import { useModelList, useOffline } from '../use-page-state.ts';
import { useHistory, useOpenSnippet } from '../use-snippets-of-page.ts';
import { AskForm } from './ask-form.tsx';
import type { Example } from './empty-screen.tsx';
import { EmptyScreen } from './empty-screen.tsx';
import { Icon } from './icon.tsx';
import { NoticeBars } from './notice-bars.tsx';
import { Shelf } from './shelf.tsx';
import { useKeys } from './use-keys.ts';

interface ScreenProps {
  readonly client: SnippetClient;
  readonly colours: CodeColours;
  /** What the model in use knows, when it knows certain tasks alone. */
  readonly known: readonly KnownTask[] | undefined;
}

const CONTINUE = 'Continue where the code was cut off, and give the whole code.';

/** The one screen. */
export function Screen({ client, colours, known }: ScreenProps) {
  const [draft, setDraft] = useState(keptDraft.read() ?? { instruction: '', language: 'PYTHON' as const, model: '' });
  const [theme, setTheme] = useState(keptTheme.read());
  const [letters, setLetters] = useState(keptKeys.read() ?? true);
  const [dialog, setDialog] = useState<'help' | 'delete'>();
  const [drawer, setDrawer] = useState(false);
  const [said, say] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const later = useLater(() => import('./later.ts'));

  const keep = (next: typeof draft): void => {
    setDraft(next);
    keptDraft.write(next);
  };
  const offline = useOffline();
  const connection = useChanging(client.connection, ({ current }) => current);
  const notice = useConnectionNotice(connection);
  const models = useModelList(client, connection);
  const open = useOpenSnippet(client, (instruction) => keep({ ...draft, instruction }));
  const history = useHistory(client);
  const { id, state, refusal } = open;
  const { snippet } = state;
  const name = nameOf(state);
  const refinable = !isBusy(state) && state.code !== '' && snippet?.id === id;
  const running = state.phase === 'stopping' ? 'stopping' : isBusy(state) && state.request ? 'yes' : 'no';

  /** Something is reserved when a request is accepted, and settled when it ends. */
  const usedBy = `${isBusy(state) && state.phase !== 'asking'} ${refusal?.name}`;

  useEffect(() => {
    document.title = id === undefined ? 'Snipstream' : `${name} · Snipstream`;
  }, [id, name]);
  useEffect(() => setDrawer(false), [id]);

  const ask = (options: GenerationOptions): void => {
    const { instruction, language } = draft;
    open.ask(refinable && id ? { id, instruction, options } : { language, instruction, options });
    keep({ ...draft, instruction: '' });
  };
  const takeExample = (example: Example): void => {
    keep({ ...draft, ...example });
    field.current?.focus();
  };
  const startNew = (): void => {
    open.go(undefined);
    field.current?.focus();
  };
  const step = (by: 1 | -1): void => {
    const { items } = history.state;
    const next = items[items.findIndex((item) => item.id === id) + by];
    if (next) open.go(next.id);
  };
  const remove = async (): Promise<void> => {
    setDialog(undefined);
    if (!id) return;
    const { items } = history.state;
    const next = items[items.findIndex((item) => item.id === id) + 1];
    if (!(await history.remove(id))) {
      say('It could not be deleted. Try again.');
      return;
    }
    open.go(undefined);
    say('Deleted.');
    const link = next && document.querySelector<HTMLElement>(`a[href="${hrefOf(next.id)}"]`);
    (link ?? field.current)?.focus();
  };
  const changeTheme = (): void => {
    const next = theme === undefined ? 'light' : theme === 'light' ? 'dark' : undefined;
    keptTheme.write(next);
    setTheme(next);
    showTheme(next);
  };
  useKeys(letters, {
    Escape: () => (drawer ? setDrawer(false) : running === 'yes' && open.stop()),
    '/': () => field.current?.focus(),
    n: startNew,
    j: () => step(1),
    k: () => step(-1),
    '?': () => setDialog('help'),
  });

  return (
    <div class="screen">
      <button type="button" class="skip" onClick={() => field.current?.focus()}>
        Skip to the instruction
      </button>
      <Shelf
        {...{ theme, connection }}
        open={drawer}
        onNew={startNew}
        onClose={() => setDrawer(false)}
        onTheme={changeTheme}
        onHelp={() => setDialog('help')}
      >
        {later && (
          <later.SnippetList
            {...history.state}
            openId={id}
            language={history.language}
            onLanguage={history.setLanguage}
            onMore={history.more}
            onRefresh={history.refresh}
          />
        )}
      </Shelf>
      <main>
        <div class="top only-narrow">
          <button
            type="button"
            class="icon-button"
            aria-label="Snippets"
            aria-expanded={drawer}
            aria-controls="shelf"
            onClick={() => setDrawer(true)}
          >
            <Icon name="menu" />
          </button>
          <span class="wordmark">Snipstream</span>
          <button type="button" class="icon-button" aria-label="New snippet" onClick={startNew}>
            <Icon name="plus" />
          </button>
        </div>
        <NoticeBars offline={offline} connection={notice} />
        {id === undefined ? (
          <EmptyScreen onExample={takeExample}>
            {later && known && <later.KnownTasks {...{ known }} language={draft.language} onExample={takeExample} />}
          </EmptyScreen>
        ) : later ? (
          <later.OpenSnippet
            key={id}
            {...{ client, colours, state, models, letters, say }}
            refinements={history.state.items.filter(({ parentId }) => parentId === id)}
            onAgain={open.again}
            onDelete={() => setDialog('delete')}
            onContinue={() => {
              keep({ ...draft, instruction: CONTINUE });
              field.current?.focus();
            }}
          />
        ) : (
          <div class="opened" aria-busy="true" />
        )}
        <AskForm
          {...{ draft, models, field, running, offline, refusal, later }}
          onDraft={keep}
          refining={refinable ? name : undefined}
          onAsk={ask}
          onStop={open.stop}
          onNew={startNew}
        >
          {later && <later.UsageNote client={client} changedBy={usedBy} />}
        </AskForm>
      </main>
      <p class="unseen" role="status">
        {said === '' ? null : said}
      </p>
      {later && dialog === 'delete' && (
        <later.DeleteDialog name={name} onDelete={() => void remove()} onClose={() => setDialog(undefined)} />
      )}
      {later && dialog === 'help' && (
        <later.HelpDialog
          letters={letters}
          onLetters={(on) => {
            keptKeys.write(on);
            setLetters(on);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}
