import { languages } from '../../../schema/languages.ts';
import type { ModelAnswer } from './model-answer.ts';

const python = languages.PYTHON.fences;
const markdown = languages.MARKDOWN.fences;
const find = 'def find(a):\n    return a\n';
const explained = '\nThis function returns the value that you give it.\n';

type Careless = readonly [title: string, names: readonly string[], answer: string, code: string];

const fenced: Careless[] = [
  // Fences within fences
  [
    'a README with a block of the same length in it',
    markdown,
    '```markdown\n# A\n```bash\nls\n```\nEnd\n```\nBye.',
    '# A\n```bash\nls\n```\nEnd\n',
  ],
  [
    'a string with a whole block in it',
    python,
    '```python\ns = """\n```js\nx\n```\n"""\n```\nDone.',
    's = """\n```js\nx\n```\n"""\n',
  ],
  [
    'a string with only an opening fence in it',
    python,
    `\`\`\`python\ns = """\n\`\`\`python\n"""\n\`\`\`\n${explained}`,
    's = """\n```python\n"""\n',
  ],
  // Line breaks left out
  ['a closing fence behind the code', python, `\`\`\`python\nprint(1)\`\`\`\n${explained}`, 'print(1)\n'],
  ['a closing fence behind the code, at the end', python, '```python\nprint(1)```', 'print(1)\n'],
  ['an opening fence behind prose', python, `Sure! \`\`\`python\n${find}\`\`\`\nOk?`, find],
  ['an opening fence without a name behind prose', python, `The code:\`\`\`\n${find}\`\`\`\nOk?`, find],
  ['code in the place of a name', python, `\`\`\`def find(a):\n    return a\n\`\`\``, find],
  [
    'an include in the place of a name',
    languages.C.fences,
    '```#include <stdio.h>\nint x;\n```',
    '#include <stdio.h>\nint x;\n',
  ],
  ['JSON in the place of a name', languages.JSON.fences, '```{"a":\n1}\n```', '{"a":\n1}\n'],
  ['an assignment behind the name', python, '```python x=1\nprint(x)\n```', 'x=1\nprint(x)\n'],
  // Names and what comes with them
  ['a file name instead of a name', python, `\`\`\`js\nlet a;\n\`\`\`\n\`\`\`src/find.py\n${find}\`\`\``, find],
  ['a title with a blank and marked lines', python, `\`\`\`py filename="a b.py" {1,3}\n${find}\`\`\``, find],
  ['a flag of a documentation tool', python, `\`\`\`python showLineNumbers\n${find}\`\`\``, find],
  ['a related language', languages.TYPESCRIPT.fences, '```bash\nnpm i\n```\n```javascript\nlet a;\n```\n', 'let a;\n'],
  ['a language that the model does not know', languages.COBOL.fences, '```text\nSTOP RUN.\n```', 'STOP RUN.\n'],
  ['a program called a shell script', languages.AWK.fences, '```bash\nawk "{ print }" a\n```', 'awk "{ print }" a\n'],
  // Which block
  ['commands without a name first', python, `\`\`\`\npip install x\ncd x\n\`\`\`\n\`\`\`\n${find}\`\`\``, find],
  ['a language other than that asked for, and no name', python, `\`\`\`js\na\n\`\`\`\n\`\`\`\n${find}\`\`\``, find],
  ['commands without a name last', python, '```ruby\nputs 1\n```\n```\nruby a.rb\n```\n', 'puts 1\n'],
  // Containers
  ['a fence behind the bullet of a list', python, '- ```python\n  def find(a):\n      return a\n  ```\n', find],
  ['a fence behind a number', python, '1. ```python\n   def find(a):\n       return a\n   ```\n2. Run it.\n', find],
  ['a quoted block', python, 'So:\n\n> ```python\n> def find(a):\n>     return a\n> ```\n\nOk?', find],
  ['a quoted block that ends with the quote', python, `> \`\`\`python\n> a = 1\n${explained}`, 'a = 1\n'],
  ['an indented fence around code that is not', python, '   ```python\ndef find(a):\n    return a\n   ```\n', find],
  // Reasoning
  [
    'reasoning with code in it',
    python,
    `<think>\nIt is\n\`\`\`python\nx\n\`\`\`\n</think>\n\n\`\`\`python\n${find}\`\`\``,
    find,
  ],
  [
    'reasoning that begins in the prompt',
    python,
    `Maybe\n\`\`\`python\nx\n\`\`\`\n</think>\n\n\`\`\`python\n${find}\`\`\``,
    find,
  ],
  ['reasoning in other words', python, `\n<reasoning>So 😀</reasoning>\`\`\`python\n${find}\`\`\``, find],
];

const others: ModelAnswer[] = [
  {
    title: 'a README that was cut, with a block in it',
    names: markdown,
    answer: '```md\n# A\n```bash\nls\n```\nThis is the rest of the',
    code: '# A\n```bash\nls\n```\nThis is the rest of the',
    kind: 'fenced',
    complete: false,
  },
  {
    title: 'a template literal that was cut',
    names: languages.JAVASCRIPT.fences,
    answer: '```js\nconst s = `',
    code: 'const s = `',
    kind: 'fenced',
    complete: false,
  },
  ...(
    [
      ['code with only its closing fence', python, `${find}\`\`\`\n`, find],
      ['code with only its closing fence, then prose', python, `${find}\`\`\`\n${explained}`, find],
      ['reasoning, then code without a fence', python, `<think>hm</think>\n\n${find}`, find],
      [
        'a README without a fence around it',
        markdown,
        ...twice('# A\n\n```bash\nnpm i\n```\n\n## B\n\n```js\nx\n```\n'),
      ],
    ] satisfies Careless[]
  ).map(([title, names, answer, code]) => ({ title, names, answer, code, kind: 'unfenced' as const, complete: true })),
  ...(
    [
      ['only how to install it', 'Run this:\n```bash\npip install x\n```\n'],
      ['only how to run it', 'Run this:\n```\n$ python find.py\n```\n'],
      ['only what it prints', 'It prints:\n```output\n1\n```\n'],
      ['reasoning without an end', '<think>\nMaybe\n```python\nx\n```\n'],
      ['only the beginning of a tag', '<thi'],
    ] as const
  ).map(([title, answer]) => ({ title, names: python, answer, code: '', kind: 'none' as const, complete: true })),
];

function twice(text: string): [string, string] {
  return [text, text];
}

/** Answers that break the rules of Markdown, or of the prompt, in ways in which models do. */
export const carelessAnswers: readonly ModelAnswer[] = [
  ...fenced.map(([title, names, answer, code]) => ({
    title,
    names,
    answer,
    code,
    kind: 'fenced' as const,
    complete: true,
  })),
  ...others,
];
