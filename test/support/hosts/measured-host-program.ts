import { functions } from '../../../functions/function-manifest.ts';
import type { HostChoices } from '../../../infra/local/command-line/host-options.ts';
import type { HostSettings } from '../../../infra/local/host.ts';
import type { HostCommand, HostReport } from './measured-host.ts';
import { startTestHost } from './test-host.ts';

const WORKER = 'generate-snippet';

const tell = (told: HostReport): void => void process.send?.(told);

process.on('unhandledRejection', (reason) => tell({ kind: 'unhandled', reason: String(reason) }));
const [, , settings = '{}', choices = '{}'] = process.argv;
const host = await startTestHost(JSON.parse(settings) as HostSettings, JSON.parse(choices) as Partial<HostChoices>);
process.on('message', (asked: HostCommand) => void obey(asked));
tell({
  kind: 'ready',
  ...{ url: host.url, realtimeUrl: host.realtimeUrl, apiKey: host.apiKey, dataFolder: host.dataFolder },
});

async function obey(asked: HostCommand): Promise<void> {
  switch (asked.kind) {
    case 'measure':
      // A thread cannot be made to collect. Each begins anew with the next call.
      await Promise.all(Object.keys(functions).map((name) => host.functions.terminate(name)));
      // What a finalizer frees is gone only with the next collection.
      for (let round = 0; round < 4; round += 1) globalThis.gc?.();
      return tell({ kind: 'measured', bytes: process.memoryUsage.rss() });
    case 'crash':
      return host.functions.terminate(WORKER);
    case 'deliver':
      return host.events.send(WORKER, { id: asked.id });
    case 'close':
      await host.close();
      return process.exit();
    default:
      asked satisfies never;
  }
}
