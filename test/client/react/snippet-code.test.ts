import type { ReactElement } from 'react';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CodeToken, SnippetCodeProps } from '../../../client/react/index.ts';
import type { ReactModules } from '../../support/react/react-versions.ts';
import { loadReact, reactVersions } from '../../support/react/react-versions.ts';

const hostile = '<img src=x onerror="alert(1)">\r\n</script>\t‮evil\n\ud800 lone\n\n';

describe.each(reactVersions)('SnippetCode with React %i', (version) => {
  let modules: ReactModules;
  beforeAll(async () => {
    modules = await loadReact(version);
  });

  function show(props: Partial<SnippetCodeProps>) {
    const { react, dom, snipstream, newPlace } = modules;
    const place = newPlace();
    const root = dom.createRoot(place);
    onTestFinished(() => root.unmount());
    const element = (next: Partial<SnippetCodeProps>): ReactElement =>
      react.createElement(snipstream.SnippetCode, { code: '', language: 'PYTHON', ...next });
    root.render(element(props));
    return { place, change: (next: Partial<SnippetCodeProps>) => root.render(element(next)) };
  }

  const words = (code: string): CodeToken[][] =>
    code.split('\n').map((line) => line.split(/(?<= )/).map((word) => ['word', word] as const));

  it.each([
    ['plain', {}],
    ['coloured', { highlight: words }],
    ['coloured later', { highlight: async (code: string) => words(code) }],
    ['coloured by what throws', { highlight: () => JSON.parse('') }],
    ['with line numbers', { lineNumbers: true }],
  ])('shows hostile code as text, unit for unit: %s', async (name, props) => {
    const { place } = show({ code: hostile, ...props });
    if (name === 'with line numbers') await expect.poll(() => place.querySelectorAll('[aria-hidden]').length).toBe(4);
    else if (name.startsWith('coloured') && !name.endsWith('throws'))
      await expect.poll(() => place.querySelector('.word')).toBeTruthy();
    else await expect.poll(() => place.textContent).not.toBe('');
    for (const number of place.querySelectorAll('[aria-hidden]')) number.remove();
    expect(place.textContent).toBe(hostile);
    expect(place.querySelector('img, script')).toBeNull();
  });

  it('colours the lines that are still the same while newer colours are on their way', async () => {
    const answers: ((lines: CodeToken[][]) => void)[] = [];
    const highlight = (): Promise<CodeToken[][]> => new Promise((resolve) => answers.push(resolve));
    const { place, change } = show({ code: 'one\ntw', highlight });
    await expect.poll(() => answers.length).toBe(1);
    change({ code: 'one\ntwo\nth', highlight });
    change({ code: 'one\ntwo\nthree', highlight });
    await expect.poll(() => place.textContent).toBe('one\ntwo\nthree');
    answers[0]?.(words('one\ntw'));
    await expect.poll(() => [...place.querySelectorAll('.word')].map((word) => word.textContent)).toEqual(['one']);
    expect(place.textContent).toBe('one\ntwo\nthree');
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(words('one\ntwo\nthree'));
    await expect.poll(() => place.querySelectorAll('.word').length).toBe(3);
    expect(answers).toHaveLength(2);
  });

  it('shows what changed once the code is whole', async () => {
    const { place, change } = show({ code: 'a\nc\n', before: 'a\nb\n', busy: true, lineNumbers: true });
    await expect.poll(() => place.querySelectorAll('[aria-hidden]').length).toBe(2);
    expect(place.querySelector('pre')?.getAttribute('aria-busy')).toBe('true');
    expect(place.querySelector('ins, del')).toBeNull();
    change({ code: 'a\nc\n', before: 'a\nb\n' });
    await expect.poll(() => place.querySelector('del')?.textContent).toBe('b\n');
    expect(place.querySelector('ins')?.textContent).toBe('c\n');
    expect(place.querySelector('pre')?.getAttribute('aria-busy')).toBe('false');
  });
});
