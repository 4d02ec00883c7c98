import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const rows = text('infra/local/appsync/runtime/README.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Open question'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, question = '', reason = '', heldBy = '']) => ({ question, reason, heldBy }));

describe('What only a real API can tell', () => {
  const files = readdirSync(new URL('test', root), { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => text(`test/${file}`));

  it.each(rows)(
    'is depended on by nothing, by a test that there is or for a reason: $question',
    ({ reason, heldBy }) => {
      const names = [...heldBy.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      expect(reason).not.toBe('');
      expect(names.length > 0 || heldBy.startsWith('none: ')).toBe(true);
      for (const name of names)
        expect(
          tests.some((test) => test.includes(`'${name}'`)),
          name,
        ).toBe(true);
    },
  );

  it('has an entry for each of the 13 questions that were open', () => {
    expect(rows.length).toBeGreaterThanOrEqual(13);
  });
});
