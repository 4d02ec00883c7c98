import { render } from 'preact';
import { createSnippetClient } from '../snippet-client.ts';
import { createCodeColours } from './code/code-colours.ts';
import { startCodeWorker } from './code/start-code-worker.ts';
import { keptTheme } from './kept-in-browser.ts';
import { readPageConfig } from './page-config.ts';
import { Screen } from './screen/screen.tsx';
import { showTheme } from './theme.ts';

const place = document.getElementById('page');
if (!place) throw new Error('The page has no place for its content.');

showTheme(keptTheme.read());
try {
  const config = await readPageConfig();
  const client = createSnippetClient({ url: config.url, auth: config.auth });
  const colours = createCodeColours(startCodeWorker());
  render(<Screen client={client} colours={colours} known={config.knownTasks} />, place);
} catch (error) {
  render(
    <main class="unreachable">
      <h1>The API cannot be reached.</h1>
      <p role="alert">Check that it runs, then load the page again. ({String(error)})</p>
    </main>,
    place,
  );
}
