import { Agent, request } from 'node:http';
import { costOf } from './process-cost.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** One POST of JSON over a connection that is kept. */
export function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Whom to ask what, over and over. */
export interface Load {
  readonly pid: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many requests are under way at once. */
  readonly atOnce: number;
}

/**
 * What one request costs the server's processes, in microseconds of CPU.
 * @throws Error an answer differs in its length from the first one
 */
export async function costPerRequest(load: Load, forMs: number): Promise<number> {
  const first = await post(load.url, load.headers, load.body);
  const before = costOf(load.pid).threadsUs;
  const until = performance.now() + forMs;
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < until) {
      const { status, text } = await post(load.url, load.headers, load.body);
      if (status !== 200 || text.length !== first.text.length) throw new Error(`${status}: ${text.slice(0, 500)}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: load.atOnce }, ask));
  return (costOf(load.pid).threadsUs - before) / answered;
}
