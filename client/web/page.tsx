import type { ComponentChild } from 'preact';
import { render } from 'preact';
import type { Auth } from '../client-auth.ts';
import { createSnippetClient } from '../snippet-client.ts';
import { createCodeColours } from './code/code-colours.ts';
import { startCodeWorker } from './code/start-code-worker.ts';
import { keptTheme } from './kept-in-browser.ts';
import type { PageConfig } from './page-config.ts';
import { readPageConfig } from './page-config.ts';
import { Screen } from './screen/screen.tsx';
import type { Session } from './sign-in/session.ts';
import { SessionOfPage } from './sign-in/session-context.ts';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { showTheme } from './theme.ts';

const place = document.getElementById('page');
if (!place) throw new Error('The page has no place for its content.');

showTheme(keptTheme.read());
try {
  render(await contentOf(await readPageConfig()), place);
} catch (error) {
  render(
    <main class="unreachable">
      <h1>The API cannot be reached.</h1>
      <p role="alert">Check that it runs, then load the page again. ({String(error)})</p>
    </main>,
    place,
  );
}

/** The screen, or the way to sign in for those whom the API does not know yet. */
async function contentOf({ url, auth, knownTasks }: PageConfig): Promise<ComponentChild> {
  if (!('issuer' in auth)) return screenFor(auth, undefined);
  const { openSession } = await import('./sign-in/session.ts');
  const storage = sessionStorage;
  const session = await openSession(auth, { location, history, storage, now: () => Date.now() });
  if (session.auth) return screenFor(session.auth, session);
  return <SignInScreen session={session} />;

  function screenFor(credential: Auth, whose: Session | undefined): ComponentChild {
    const client = createSnippetClient({ url, auth: credential });
    const colours = createCodeColours(startCodeWorker());
    return (
      <SessionOfPage.Provider value={whose}>
        <Screen client={client} colours={colours} known={knownTasks} />
      </SessionOfPage.Provider>
    );
  }
}
