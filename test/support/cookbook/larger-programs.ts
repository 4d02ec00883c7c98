import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { listen } from '../hosts/listen.ts';
import type { BuiltProgram } from './run-program.ts';

type Check = (program: BuiltProgram) => Promise<void>;

/** What is checked of a program that needs more than to be started, by its task. */
const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'csv-parser': {
    'fails for a quote that is not closed': async (program) => {
      await expect(program.output(await program.fileBeside('input.csv', 'a,"b\nc'))).rejects.toThrow();
    },
  },
  'read-file-lines': {
    'says which file cannot be read': async (program) => {
      const { status, stderr } = await program.failure('no-such-file.txt');
      expect(status).toBe(1);
      expect(stderr).toContain('no-such-file.txt');
    },
    'says how it is used': async (program) => {
      expect(await program.failure()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^usage: .*FILE/) });
    },
  },
  'http-server': {
    'answers over HTTP': async (program) => {
      await using server = await program.listen();
      const ask = async (path: string, method: string): Promise<unknown[]> => {
        const response = await fetch(server.url + path, { method, ...(method === 'POST' ? { body: 'ignored' } : {}) });
        return [response.status, response.headers.get('content-type'), await response.text()];
      };
      const text = 'text/plain; charset=utf-8';
      expect(await ask('/', 'GET')).toEqual([200, text, 'Hello, world!\n']);
      expect(await ask('/?name=you', 'GET')).toEqual([200, text, 'Hello, world!\n']);
      expect(await ask('/', 'HEAD')).toEqual([200, text, '']);
      expect(await ask('/missing', 'GET')).toEqual([404, text, 'Not found\n']);
      expect(await ask('/', 'POST')).toEqual([405, text, 'Method not allowed\n']);
      expect((await fetch(server.url, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
    },
  },
  'rest-endpoint': {
    'keeps items over HTTP': async (program) => {
      await using server = await program.listen();
      const ask = async (method: string, path: string, body?: string): Promise<unknown[]> => {
        const response = await fetch(server.url + path, { method, ...(body === undefined ? {} : { body }) });
        const text = await response.text();
        return [response.status, text === '' ? null : JSON.parse(text)];
      };
      expect(await ask('GET', '/items')).toEqual([200, []]);
      expect(await ask('POST', '/items', '{"name": "tea"}')).toEqual([201, { id: 1, name: 'tea' }]);
      expect(await ask('POST', '/items', '{"name": "café"}')).toEqual([201, { id: 2, name: 'café' }]);
      expect(await ask('GET', '/items/2')).toEqual([200, { id: 2, name: 'café' }]);
      for (const wrong of ['', 'no json', '[]', '{}', '{"name": "  "}', '{"name": 5}'])
        expect(await ask('POST', '/items', wrong)).toEqual([400, { error: expect.stringContaining('name') }]);
      expect(await ask('DELETE', '/items/1')).toEqual([204, null]);
      expect(await ask('DELETE', '/items/1')).toEqual([404, { error: 'not found' }]);
      expect(await ask('GET', '/items/one')).toEqual([404, { error: 'not found' }]);
      expect(await ask('GET', '/items')).toEqual([200, [{ id: 2, name: 'café' }]]);
      expect(await ask('GET', '/elsewhere')).toEqual([404, { error: 'not found' }]);
    },
  },
  'fetch-json': {
    'prints what a server sends, and says what went wrong': async (program) => {
      const answers: Record<string, [number, string]> = {
        '/good': [200, '{"name":"<tea>","tags":[1,2]}'],
        '/prose': [200, 'hello'],
        '/missing': [404, '{}'],
      };
      const url = await listen((request, response) => {
        const [status, body] = answers[request.url ?? ''] ?? [500, ''];
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
      expect(await program.output(`${url}/good`)).toBe(`${JSON.stringify({ name: '<tea>', tags: [1, 2] }, null, 2)}\n`);
      expect(await program.failure(`${url}/missing`)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('404'),
      });
      expect(await program.failure(`${url}/prose`)).toMatchObject({ status: 1, stderr: expect.stringMatching(/\S/) });
    },
  },
  'password-generator': {
    'makes another password each time, with every kind of character': async (program) => {
      const passwords = [await program.output(), await program.output()];
      for (const password of passwords) {
        expect(password).toMatch(/^[A-Za-z0-9!#$%&*+=?@_-]{16}\n$/);
        for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9\n]/]) expect(password).toMatch(kind);
      }
      expect(passwords[0]).not.toBe(passwords[1]);
      expect(await program.output('30')).toMatch(/^\S{30}\n$/);
      expect((await program.failure('5')).stderr).toContain('5');
    },
  },
  'backup-folder': {
    'saves an archive and keeps the newest seven': async (program) => {
      const folder = dirname(await program.fileBeside('notes.txt', 'kept'));
      const [source, target] = [join(folder, 'source'), join(folder, 'target')];
      await Promise.all([mkdir(source), mkdir(target)]);
      await writeFile(join(source, 'a.txt'), 'a');
      for (let day = 1; day <= 7; day++)
        await writeFile(join(target, `source-2020-01-0${day}T00-00-00.tar.gz`), `${day}`);
      expect(await program.output(source, target)).toMatch(
        /^saved .*\/target\/source-\d{4}-\d\d-\d\dT[\d-]+\.tar\.gz\n$/,
      );
      const kept = (await readdir(target)).sort();
      expect(kept).toHaveLength(7);
      expect(kept[0]).toBe('source-2020-01-02T00-00-00.tar.gz');
      expect((await program.failure(join(folder, 'none'), target)).stderr).toContain('is no folder');
      expect((await program.failure(source, join(source, 'inside'))).stderr).toContain('must not lie inside');
    },
  },
  'largest-files': {
    'lists files by size': async (program) => {
      const folder = join(dirname(await program.fileBeside('x', '')), 'tree');
      await mkdir(join(folder, 'below'), { recursive: true });
      await writeFile(join(folder, 'small'), 'a');
      await writeFile(join(folder, 'below', 'large one'), 'a'.repeat(3000));
      await writeFile(join(folder, 'middle'), 'a'.repeat(200));
      expect(await program.output(folder, '2')).toBe(`3000\t${folder}/below/large one\n200\t${folder}/middle\n`);
    },
  },
};

/** Runs the checks of those tasks that are known in a language. */
export function runsLargerPrograms(known: readonly string[], build: (task: string) => Promise<BuiltProgram>): void {
  const rows = known.flatMap((task) =>
    Object.entries(checks[task] ?? {}).map(([what, check]) => ({ task, what, check })),
  );
  if (rows.length === 0) return;
  it.each(rows)('$task $what', { timeout: 120_000 }, async ({ task, check }) => {
    await using program = await build(task);
    await check(program);
  });
}
