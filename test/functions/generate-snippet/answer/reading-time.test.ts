import { describe, expect, it } from 'vitest';
import { createCodeExtractor } from '../../../../functions/generate-snippet/answer/extract-code.ts';
import { languages } from '../../../../schema/languages.ts';
import { hostileAnswers } from '../../../support/answers/hostile-answers.ts';

const LENGTH = 20_000;
/** Below this, in milliseconds, the ratio of two times says nothing. */
const MEASURABLE = 150;
/** More than one answer of this length may take on any machine, in milliseconds of CPU. */
const MOST = 3000;

/** CPU time of the process in milliseconds. */
function timeOf(answer: string, size: number): number {
  const before = process.cpuUsage();
  const extractor = createCodeExtractor(languages.PYTHON.fences);
  for (let at = 0; at < answer.length; at += size) extractor.push(answer.slice(at, at + size));
  extractor.end();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('reading an answer takes time in proportion to its length', () => {
  it.each(Object.entries(hostileAnswers))('%s', (_, answer) => {
    for (const size of [3, Infinity]) {
      const twice = timeOf(answer(2 * LENGTH), size);
      expect(twice).toBeLessThan(MOST);
      if (twice < MEASURABLE) continue;
      const [once, again] = [timeOf(answer(LENGTH), size), timeOf(answer(2 * LENGTH), size)];
      expect(Math.min(twice, again)).toBeLessThan(3 * once);
    }
  });
});
