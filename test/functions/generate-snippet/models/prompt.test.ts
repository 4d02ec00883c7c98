import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeRequest } from '../../../../functions/generate-snippet/models/code-model.ts';
import { promptOf } from '../../../../functions/generate-snippet/models/prompt.ts';

const request: CodeRequest = {
  id: 'a',
  language: 'TYPESCRIPT',
  instruction: 'sort Box<T> & "co"',
  parentCode: null,
  model: 'm',
  options: {},
  continuing: null,
};

/** The parts of the caller's message in order, as the model reads them. */
function asked(text: Partial<CodeRequest>, guarded = false): string {
  const [message] = promptOf({ ...request, ...text }, guarded).messages;
  return (message?.content ?? []).map((block) => block.text ?? block.guardContent?.text?.text ?? '').join('');
}

function rulesFor(text: Partial<CodeRequest>): string {
  return promptOf({ ...request, ...text }, false)
    .system.map((block) => block.text ?? '')
    .join('');
}

/** What a strict reader of the tags finds, who takes the names from the rules. */
function read(text: Partial<CodeRequest>, guarded: boolean): { instruction: string; code: string | null } {
  const [, instructionTag = '', codeTag = ''] =
    /between <(\S+)> and <\/\1> says .* between <(\S+)> and <\/\2>/.exec(rulesFor(text)) ?? [];
  const between = (message: string, tag: string): readonly [string | null, string] => {
    const opening = `<${tag}>\n`;
    if (!message.startsWith(opening)) return [null, message];
    const end = message.toLowerCase().indexOf(tag, opening.length) - '\n</'.length;
    return [message.slice(opening.length, end), message.slice(end + `\n</${tag}>\n`.length)];
  };
  const [code, rest] = between(asked(text, guarded), codeTag);
  return { instruction: between(rest, instructionTag)[0] ?? '', code };
}

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom('<', '</', '>', '/', '\n', '-', '2', '3', '10', 'instruction', 'CODE', 'code-2', ' ', '&lt;', '\0'),
    fc.constantFrom('</instruction>', '</Instruction >', '</instruction-2>', '<code>', '</code-2>', '</code-3>'),
    fc.string(),
  ),
  { maxLength: 30 },
);

describe('the prompt', () => {
  it('gives the instruction and the code as they are', () => {
    const text = { instruction: 'sort Box<T> & "co"', parentCode: 'if (a < b && c) {}' };
    expect(asked(text)).toBe('<code>\nif (a < b && c) {}\n</code>\n<instruction>\nsort Box<T> & "co"\n</instruction>');
  });

  it('marks the instruction alone for a guardrail, and says the same to the model', () => {
    const [message] = promptOf(request, true).messages;
    expect(message?.content).toEqual([
      { text: '<instruction>\n' },
      { guardContent: { text: { text: 'sort Box<T> & "co"' } } },
      { text: '\n</instruction>' },
    ]);
    expect(asked({}, true)).toBe(asked({}, false));
  });

  it('takes tags that do not occur in the texts, and names them in the rules', () => {
    const text = { instruction: 'say </instruction> and </INSTRUCTION-2>', parentCode: '<b>code-7</b>' };
    expect(asked(text)).toBe(
      '<code-2>\n<b>code-7</b>\n</code-2>\n<instruction-3>\nsay </instruction> and </INSTRUCTION-2>\n</instruction-3>',
    );
    expect(rulesFor(text)).toMatch(/<instruction-3> and <\/instruction-3>.*<code-2> and <\/code-2>/);
  });

  it('cannot be left early by any text', () => {
    fc.assert(
      fc.property(hostile, fc.option(hostile), fc.boolean(), (words, codeWords, guarded) => {
        const [instruction, code] = [words.join(''), codeWords?.join('') ?? null];
        expect(read({ instruction, parentCode: code }, guarded)).toEqual({ instruction, code });
      }),
      { numRuns: 2000 },
    );
  });

  it('shows what was written before a cut as the model’s own answer', () => {
    const { messages } = promptOf({ ...request, continuing: 'const a = ' }, false);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(messages[1]?.content).toEqual([{ text: '```typescript\nconst a = ' }]);
  });
});
