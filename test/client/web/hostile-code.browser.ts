import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../client/index.ts';
import { ask } from '../../support/hosts/test-host.ts';
import type { HostInBrowser } from './open-host-page.ts';
import { openHostInBrowser } from './open-host-page.ts';

/** Code that would do harm where text is taken for HTML, for a script, or for a direction. */
const hostile: readonly (readonly [what: string, language: Language, code: string])[] = [
  [
    'a script',
    'HTML',
    '</code></div><script>globalThis.ran = 1</script>\n<script src="https://example.com/x.js"></script>\n',
  ],
  [
    'an image that fails',
    'HTML',
    '<img src=x onerror="globalThis.ran = 1">\n<svg onload=alert(1)>\n<iframe srcdoc="<script>parent.ran=1</script>">\n',
  ],
  [
    'a template of JavaScript',
    'JAVASCRIPT',
    'const x = `${globalThis.ran = 1}</script><img src=x onerror=alert(1)>`;\n',
  ],
  ['entities', 'XML', '<a b="&lt;&amp;&quot;&#x27;">&lt;img onerror&gt;</a>\n'],
  [
    'marks of direction',
    'PYTHON',
    'if user != "admin\u202e \u2066# only admins\u2069 \u2066":\n    grant()\n\u200f\u061c\u200b# end\n',
  ],
  ['ends of lines of other systems', 'BASH', 'echo one\r\necho two\r\n\r\necho three\n'],
  ['a line of 90,000 characters', 'JSON', `["${'<b>&amp;'.repeat(11_000)}"]\n`],
  ['halves of characters', 'PYTHON', 's = "\ud800 and \udc00 and \ud83d"\nprint(s)\n'],
  ['control characters and private ones', 'C', 'char *s = "\u0001\u0008\u001b[31m\ufeff\ue000\u{10ffff}👩‍👩‍👧";\n'],
];

describe('code that is hostile', () => {
  let at: HostInBrowser;
  beforeAll(async () => {
    at = await openHostInBrowser();
  });
  afterAll(() => at?.close());

  it.each(hostile)(
    'runs nothing, and is shown, copied, downloaded and stored alike: %s',
    async (_what, language, code) => {
      const on = await at.open();
      const { page, screen } = on;
      await page.evaluate(() => {
        const seen: string[] = ((globalThis as { violations?: string[] }).violations = []);
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          seen.push(`${violatedDirective} ${blockedURI}`),
        );
      });
      await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption(language);
      await at.finish(on, 'be hostile', `\`\`\`\`${language.toLowerCase()}\n${code}\`\`\`\`\n`);
      const { data } = await ask<{ snippet: { code: string; objectKey: string } }>(
        at.host,
        'query ($id: ID!) { snippet(id: $id) { code objectKey } }',
        { id: screen.openId() },
      );
      const stored = data?.snippet.code ?? '';
      expect(stored.length).toBeGreaterThan(code.length / 2);
      expect(readFileSync(join(at.host.dataFolder, data?.snippet.objectKey ?? ''), 'utf8')).toBe(stored);
      await expect.poll(() => screen.shownCode()).toBe(stored);
      await screen.press('Copy');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(stored);
      const downloading = page.waitForEvent('download');
      await screen.press('Download');
      expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(stored);

      const coloured = page.locator('.line [class^=hljs]');
      // A very long line stays in one colour.
      if (language !== 'JSON') await expect.poll(() => coloured.count()).toBeGreaterThan(0);
      const state = await page.evaluate(() => ({
        ran: (globalThis as { ran?: number }).ran,
        violations: (globalThis as { violations?: string[] }).violations,
        strangers: document.querySelectorAll('.code :is(script, img, svg, iframe, a, b)').length,
      }));
      expect(state).toEqual({ ran: undefined, violations: [], strangers: 0 });
      expect(on.complaints).toEqual([]);
      await on.close();
    },
  );

  it('as an instruction is text in the list, the head and the title too', async () => {
    const on = await at.open();
    const instruction = '<img src=x onerror="globalThis.ran = 1"></title><script>globalThis.ran = 1</script>';
    await at.finish(on, instruction, '```python\nprint(1)\n```\n');
    await expect.poll(() => on.page.locator('.asked').textContent()).toBe(instruction);
    await expect
      .poll(() => on.screen.list.getByRole('link').first().locator('.list-text').textContent())
      .toBe(instruction);
    expect(await on.page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
    expect(on.complaints).toEqual([]);
    await on.close();
  });
});
