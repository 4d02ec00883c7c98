import type { ModelAnswer } from './model-answer.ts';
import { carelessAnswers } from './careless-answers.ts';
import { unfencedAnswers } from './unfenced-answers.ts';

const python = ['python', 'py', 'python3', 'py3'];
const javascript = ['javascript', 'js', 'mjs', 'node', 'jsx'];
const markdown = ['markdown', 'md'];
const bash = ['bash', 'sh', 'shell', 'zsh'];
const add = 'def add(a, b):\n    return a + b\n';

const fenced = (title: string, names: readonly string[], answer: string, code = add): ModelAnswer => ({
  title,
  names,
  answer,
  code,
  kind: 'fenced',
  complete: true,
});
const cut = (title: string, names: readonly string[], answer: string, code = add): ModelAnswer => ({
  ...fenced(title, names, answer, code),
  complete: false,
});
const unfenced = (title: string, answer: string, code = answer): ModelAnswer => ({
  ...fenced(title, python, answer, code),
  kind: 'unfenced',
});
const prose = (title: string, answer: string): ModelAnswer => ({ ...fenced(title, python, answer, ''), kind: 'none' });

const around: ModelAnswer[] = [
  fenced('one block and nothing else', python, `\`\`\`python\n${add}\`\`\``),
  fenced('one block and a line end', python, `\`\`\`python\n${add}\`\`\`\n`),
  fenced('an explanation before', python, `Here is the function:\n\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('an explanation after', python, `\`\`\`python\n${add}\`\`\`\n\nThis adds \`a\` and \`b\`.\n- It is pure.`),
  fenced('explanations around', python, `Sure! 😀\n\`\`\`python\n${add}\`\`\`\nHope this helps! 🎉`),
  fenced('a mark before the text', python, `\uFEFF\`\`\`python\n${add}\`\`\`\n`),
  fenced('blank lines around', python, `\n\n  \n\`\`\`python\n${add}\`\`\`\n\n\n`),
  fenced('an inline span of three marks', python, `Use \`\`\`add\`\`\` so:\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('a line that is a span of three marks', python, `\`\`\`add\`\`\`\n\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('blank lines in the code', python, '```python\n\na = 1\n\n\nb = 2\n\n```', '\na = 1\n\n\nb = 2\n\n'),
];

const several: ModelAnswer[] = [
  fenced('two blocks of the language', python, `\`\`\`python\n${add}\`\`\`\nTest:\n\`\`\`python\nadd(1, 2)\n\`\`\`\n`),
  fenced('how to install it first', python, `\`\`\`bash\npip install x\n\`\`\`\n\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('an unnamed block first', python, `\`\`\`\npip install x\n\`\`\`\n\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('another language first', python, `\`\`\`js\nconst a = 1;\n\`\`\`\nThen:\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('three kinds, each better', python, `\`\`\`json\n{}\n\`\`\`\n\`\`\`\nx\n\`\`\`\n\`\`\`py\n${add}\`\`\`\n`),
  fenced('what it prints afterwards', python, `\`\`\`python\n${add}\`\`\`\nOutput:\n\`\`\`\n3\n\`\`\`\n`),
  fenced('only another language', python, 'So:\n```js\nconst a = 1;\n```\n', 'const a = 1;\n'),
  fenced('two other languages', python, '```js\nconst a = 1;\n```\n```json\n{}\n```\n', 'const a = 1;\n'),
  fenced('output and then another language', python, '```text\n3\n```\n```ruby\nputs 3\n```\n', 'puts 3\n'),
  fenced('a shell command where one was asked for', bash, '```sh\nls -la\n```\n```text\na b\n```\n', 'ls -la\n'),
  fenced('an empty block first', python, `\`\`\`python\n\`\`\`\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('a blank block first', python, `\`\`\`python\n  \n\n\`\`\`\n\`\`\`python\n${add}\`\`\`\n`),
  fenced('an unnamed block', python, `\`\`\`\n${add}\`\`\`\n`),
];

const fences: ModelAnswer[] = [
  fenced('tildes', python, `~~~python\n${add}~~~\n`),
  fenced('tildes around back quotes', markdown, '~~~md\n```js\nx\n```\n~~~\n', '```js\nx\n```\n'),
  fenced('back quotes around tildes', markdown, '```md\n~~~\nx\n~~~\n```\n', '~~~\nx\n~~~\n'),
  fenced('four marks around three', markdown, '````markdown\n# Hi\n```js\nx\n```\n````\n', '# Hi\n```js\nx\n```\n'),
  fenced('five marks and a longer end', python, `\`\`\`\`\`python\n${add}\`\`\`\`\`\`\`\n`),
  fenced('marks within a line', javascript, '```js\nconst f = "```"; // ```\n```\n', 'const f = "```"; // ```\n'),
  fenced(
    'marks that begin a line',
    python,
    '````python\ns = """\n```js\n```\n"""\n````\n',
    's = """\n```js\n```\n"""\n',
  ),
  fenced('two marks alone on a line', python, '```python\ns = """\n``\n"""\n```\n', 's = """\n``\n"""\n'),
  fenced('two marks and a blank', python, '```python\ns = """\n`` \n"""\n```\n', 's = """\n`` \n"""\n'),
  fenced('a deeply indented fence in the code', markdown, '```md\n1. a\n\n       ```\n```\n', '1. a\n\n       ```\n'),
  fenced('blanks behind both fences', python, `\`\`\`python  \n${add}\`\`\`  \t\nDone.`),
  fenced('a blank before the name', python, `\`\`\` python\n${add}\`\`\`\n`),
  fenced('a name in capitals', python, `\`\`\`Python\n${add}\`\`\`\n`),
  fenced('a title', python, `\`\`\`python title="add.py" linenums="1"\n${add}\`\`\`\n`),
  fenced('a file name', python, `\`\`\`python src/add.py\n${add}\`\`\`\n`),
  fenced('a file name behind a colon', python, `\`\`\`python:src/add.py\n${add}\`\`\`\n`),
  fenced('marked lines', python, `\`\`\`python {1,3-5}\n${add}\`\`\`\n`),
  fenced('marked lines without a blank', python, `\`\`\`python{1}\n${add}\`\`\`\n`),
  fenced('the form of Pandoc', python, `\`\`\`{.python .numberLines startFrom="1"}\n${add}\`\`\`\n`),
  fenced('the form of knitr', ['r'], '```{r setup, echo=FALSE}\nx <- 1\n```\n', 'x <- 1\n'),
  fenced('the form of a class', python, `\`\`\`language-python\n${add}\`\`\`\n`),
  fenced('a name with signs', ['cpp', 'c++'], '```c++\nint a;\n```\n```c\nint b;\n```', 'int a;\n'),
];

const spaces: ModelAnswer[] = [
  fenced(
    'a block in a list',
    python,
    `1. Write it:\n\n   \`\`\`python\n   def add(a, b):\n       return a + b\n   \`\`\`\n\n2. Run it.\n`,
  ),
  fenced(
    'a block in a deep list',
    python,
    `- a\n  - b\n\n      \`\`\`python\n      a = [\n        1]\n      \`\`\`\n`,
    'a = [\n  1]\n',
  ),
  fenced(
    'less indent in the code than before the fence',
    python,
    `    \`\`\`python\n  a = 1\nb = 2\n    \`\`\`\n`,
    'a = 1\nb = 2\n',
  ),
  fenced('a closing fence with less indent', python, `   \`\`\`python\n   a = 1\n\`\`\`\nDone.`, 'a = 1\n'),
  fenced('a closing fence with more indent', python, `\`\`\`python\n${add}   \`\`\`\nDone.`),
  fenced('a tab before the fence', python, '\t```python\n\ta = 1\n\t\tb\n    c\n\t```\n', 'a = 1\n\tb\nc\n'),
  fenced(
    'tabs in the code',
    ['go'],
    '```go\nfunc f() {\n\tif a {\n\t\tb()\n\t}\n}\n```\n',
    'func f() {\n\tif a {\n\t\tb()\n\t}\n}\n',
  ),
  fenced('makefile tabs and lone blanks', ['make'], '```make\na:\n\tb \n \n\t\n```\n', 'a:\n\tb \n \n\t\n'),
  fenced('CRLF', python, '```python\r\na = 1\r\n\r\nb = 2\r\n```\r\nDone.\r\n', 'a = 1\r\n\r\nb = 2\r\n'),
  fenced('CRLF and a carriage return within a line', python, '```python\r\na = "\r"\r\n```', 'a = "\r"\r\n'),
  fenced(
    'emoji and combining marks',
    python,
    '```python\ns = "😀👩‍👩‍👧é𝒳"\nt = "漢字🎌"\n```\n🎉',
    's = "😀👩‍👩‍👧é𝒳"\nt = "漢字🎌"\n',
  ),
  fenced('emoji at the ends of lines', python, '😀```\n```python\n# 😀\n# 🎉\n```😀\n```\n', '# 😀\n# 🎉\n```😀\n'),
];

const sameLine: ModelAnswer[] = [
  fenced('code on the line of the fence', python, '```python print(1)\nprint(2)\n```\n', 'print(1)\nprint(2)\n'),
  fenced('CRLF and code on the line of the fence', python, '```python import os\r\nos\r\n```', 'import os\r\nos\r\n'),
  fenced('JSON on the line of the fence', ['json'], '```json {"a":\n1}\n```', '{"a":\n1}\n'),
  fenced('one line from fence to fence', python, 'So:\n```python print(1)```\nDone.', 'print(1)\n'),
  fenced('one line from fence to fence, unnamed', python, '```print(1, 2)```', 'print(1, 2)\n'),
  fenced(
    'one line of another language, then a block',
    python,
    `\`\`\`bash pip install x\`\`\`\n\`\`\`python\n${add}\`\`\``,
  ),
  fenced('one line of the language, then a block', python, `\`\`\`py a = 1\`\`\`\n\`\`\`python\n${add}\`\`\``),
];

const unended: ModelAnswer[] = [
  cut('no closing fence', python, `Here:\n\`\`\`python\n${add}`),
  cut('an end within a line', python, '```python\na = 1\nb = ', 'a = 1\nb = '),
  cut('an end within the indent', python, '```python\nif a:\n    ', 'if a:\n    '),
  cut('a closing fence of one mark', python, `\`\`\`python\n${add}\``),
  cut('a closing fence of two marks', python, `\`\`\`python\n${add}  \`\``),
  cut('a shorter closing fence', python, `\`\`\`\`python\n${add}\`\`\``),
  cut('an end within code on the line of the fence', python, '```python print(', 'print('),
  cut('an end in the better block', python, '```js\na\n```\n```python\nb = 1\nc', 'b = 1\nc'),
  fenced('an end in a later block', python, `\`\`\`python\n${add}\`\`\`\nRun:\n\`\`\`bash\npyth`),
  cut('only a shell script without its end', python, '```bash\nfor a in *; do', 'for a in *; do'),
  cut('half a character at the end', python, '```python\na = "\uD83D', 'a = "'),
  cut('half a line end at the end', python, '```python\r\na = 1\r', 'a = 1\r'),
];

const withoutFence: ModelAnswer[] = [
  unfenced('Python', add),
  unfenced('Python without a line end', 'def add(a, b):\n    return a + b'),
  unfenced(
    'Python with comments',
    '#!/usr/bin/env python3\n# This adds two numbers and returns the sum.\nimport sys\n\nprint(sys.argv)\n',
  ),
  unfenced('JavaScript', 'const add = (a, b) => a + b;\n\nexport { add };\n'),
  unfenced('TypeScript', 'function add(a: number, b: number): number {\n  return a + b;\n}\n'),
  unfenced(
    'Java',
    'public class Main {\n    public static void main(String[] args) {\n        System.out.println("Hi");\n    }\n}\n',
  ),
  unfenced('C', '#include <stdio.h>\n\nint main(void) {\n  puts("Hi there, my dear old world.");\n  return 0;\n}\n'),
  unfenced('Go', 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hi")\n}\n'),
  unfenced('Rust', 'fn main() {\n    println!("Hi");\n}\n'),
  unfenced('PHP', '<?php\n\necho "Hi";\n'),
  unfenced('HTML', '<!DOCTYPE html>\n<html>\n  <body>\n    <p>Hello</p>\n  </body>\n</html>\n'),
  unfenced('SQL', 'SELECT name, count(*)\nFROM users\nWHERE age > 30\nGROUP BY name;\n'),
  unfenced('Bash', '#!/bin/bash\nset -e\nfor f in *.txt; do\n  echo "$f"\ndone\n'),
  unfenced('Ruby', 'def add(a, b)\n  a + b\nend\n'),
  unfenced('C#', 'using System;\n\nConsole.WriteLine("Hi");\n'),
  unfenced('Lua', 'local function add(a, b)\n  return a + b\nend\n'),
  unfenced('Haskell', 'module Main where\n\nmain :: IO ()\nmain = putStrLn "Hi"\n'),
  unfenced('JSON', '{\n  "a": [1, 2],\n  "b": null\n}'),
  unfenced(
    'a mark and blank lines before',
    '\uFEFF\n\nimport os\nprint(os.name)\n\n\n',
    '\n\nimport os\nprint(os.name)\n\n\n',
  ),
];

const withoutCode: ModelAnswer[] = [
  prose('an empty answer', ''),
  prose('only white space', ' \n\t\r\n  \n'),
  prose('only a mark', '\uFEFF'),
  prose('a refusal', "I'm sorry, but I can't help with that."),
  prose('a short refusal', 'No.'),
  prose('a refusal in one word and brackets', 'I cannot (sorry)'),
  prose('a refusal with a code span', 'I cannot write `rm -rf /` for you, because it would delete everything.'),
  prose('a refusal with a call in it', 'Unfortunately `eval()` is not something I can use'),
  prose(
    'a refusal with a list',
    'I can help with other things:\n\n- sorting a list;\n- reading a file;\n- calling `fetch()`;\n',
  ),
  prose(
    'a refusal with a numbered list',
    'Here are some alternatives:\n1. Use the standard library.\n2. Ask your administrator.\n',
  ),
  prose(
    'a refusal with headings',
    '# Sorry\n\nThis request is against the rules that I follow.\n\n## Why\n\nIt harms people.\n',
  ),
  prose('a question', 'Which language would you like me to use?\nWhat should it print?'),
  prose('a refusal in German', 'Das kann ich leider nicht schreiben, weil es gegen die Regeln ist.'),
  prose('a refusal in Japanese', '申し訳ありませんが、そのリクエストにはお応えできません。'),
  prose('a long refusal', 'This is a sentence about why it is not possible 😀. '.repeat(30)),
  prose(
    'a description with code in it',
    'To add two numbers, call add(a, b):\n\n    return a + b\n\nThat is all you need to do.',
  ),
  prose('only an opening fence', '```python'),
  prose('only an empty block', 'Here you are:\n```python\n\n```\nDone.'),
  prose('only a code span of three marks', '```python```'),
];

export const modelAnswers: readonly ModelAnswer[] = [
  ...around,
  ...several,
  ...fences,
  ...spaces,
  ...sameLine,
  ...unended,
  ...withoutFence,
  ...withoutCode,
  ...carelessAnswers,
  ...unfencedAnswers,
];
