import type { SeenAnswer } from './seen-answer.ts';

/** Answers whose code stands in tags, in a code span, in JSON or in a patch, not in a fence of its own. */
export const wrappedAnswers: readonly SeenAnswer[] = [
  {
    title: 'line numbers',
    asked: 'PYTHON',
    answer: '```python\n1  def f():\n2      return 1\n3\n4  print(f())\n```\n',
    right: ['def f():\n    return 1\n\nprint(f())\n'],
  },
  {
    title: 'diff marked new file',
    asked: 'PYTHON',
    answer: '```diff\n--- /dev/null\n+++ b/hello.py\n@@ -0,0 +1,2 @@\n+name = "x"\n+print(name)\n```\n',
    right: ['name = "x"\nprint(name)\n'],
  },
  { title: 'single backticks', asked: 'PYTHON', answer: '`print("hi")`', right: ['print("hi")\n'] },
  {
    title: 'code in a code tag',
    asked: 'PYTHON',
    answer: '<code>\nprint(1)\nprint(2)\n</code>\n',
    right: ['print(1)\nprint(2)\n'],
  },
  {
    title: 'answer tags around the fence',
    asked: 'PYTHON',
    answer: '<answer>\n```python\nprint(1)\n```\n</answer>\n',
    right: ['print(1)\n'],
  },
  {
    title: 'answer tag glued to the fence',
    asked: 'PYTHON',
    answer: '<answer>```python\nprint(1)\n```</answer>',
    right: ['print(1)\n'],
  },
  {
    title: 'JSON envelope',
    asked: 'PYTHON',
    answer: '{"language": "python", "code": "print(1)\\nprint(2)\\n"}',
    right: ['print(1)\nprint(2)\n'],
  },
  {
    title: 'escaped backticks',
    asked: 'PYTHON',
    answer: '\\`\\`\\`python\nprint(1)\n\\`\\`\\`\n',
    right: ['print(1)\n'],
  },
  {
    title: 'a pre and a code tag',
    asked: 'PYTHON',
    answer: '<pre><code class="language-python">print(1)\nprint(2)\n</code></pre>\n',
    right: ['print(1)\nprint(2)\n'],
  },
  {
    title: 'a code tag with entities',
    asked: 'C',
    answer: '<code>\n#include &lt;stdio.h&gt;\nint main(void) { return 1 &amp;&amp; 0; }\n</code>',
    right: ['#include <stdio.h>\nint main(void) { return 1 && 0; }\n'],
  },
  {
    title: 'prose and a code tag',
    asked: 'PYTHON',
    answer: 'Here is the code:\n\n<code>\nprint(1)\nprint(2)\n</code>\n\nIt prints two numbers.\n',
    right: ['print(1)\nprint(2)\n'],
  },
  {
    title: 'a tag named after the language',
    asked: 'PYTHON',
    answer: '<python>\nprint(1)\n</python>\n',
    right: ['print(1)\n'],
  },
  {
    title: 'brackets named after the language',
    asked: 'PYTHON',
    answer: '[PYTHON]\nprint(1)\nprint(2)\n[/PYTHON]',
    right: ['print(1)\nprint(2)\n'],
  },
  {
    title: 'an answer tag around code without a fence',
    asked: 'PYTHON',
    answer: '<answer>\ndef add(a, b):\n    return a + b\n</answer>\n',
    right: ['def add(a, b):\n    return a + b\n'],
  },
  {
    title: 'a response tag glued to a bare fence',
    asked: 'PYTHON',
    answer: '<response>```\nprint(1)\n```</response>',
    right: ['print(1)\n'],
  },
  {
    title: 'nested answer tags',
    asked: 'PYTHON',
    answer: '<response>\n<code>\ndef add(a, b):\n    return a + b\n</code>\n</response>\n',
    right: ['def add(a, b):\n    return a + b\n'],
  },
  {
    title: 'an artifact tag with attributes glued to the fence',
    asked: 'PYTHON',
    answer: '<artifact type="code" id="1">```python\nprint(1)\n```</artifact>\n',
    right: ['print(1)\n'],
  },
  {
    title: 'single backticks around several lines',
    asked: 'PYTHON',
    answer: '`import os\nprint(os.name)`',
    right: ['import os\nprint(os.name)\n'],
  },
  { title: 'double backticks around a line', asked: 'PYTHON', answer: '``print("hi")``', right: ['print("hi")\n'] },
  {
    title: 'single backticks and a line end',
    asked: 'JAVASCRIPT',
    answer: '`console.log("hi");`\n',
    right: ['console.log("hi");\n'],
  },
  { title: 'a name in single backticks', asked: 'PYTHON', answer: '`sorted`', right: [''] },
  {
    title: 'a code tag where HTML was asked for',
    asked: 'HTML',
    answer: '```html\n<pre><code>\nlet a;\n</code></pre>\n```',
    right: ['<pre><code>\nlet a;\n</code></pre>\n'],
  },
  {
    title: 'a page with a code tag, without a fence',
    asked: 'HTML',
    answer: '<div>\n<code>\nlet a;\n</code>\n</div>\n',
    right: ['<div>\n<code>\nlet a;\n</code>\n</div>\n'],
  },
  {
    title: 'line numbers with bars',
    asked: 'PYTHON',
    answer: '```python\n1 | def f():\n2 |     return 1\n```',
    right: ['def f():\n    return 1\n'],
  },
  {
    title: 'line numbers with colons',
    asked: 'PYTHON',
    answer: '```python\n1: def f():\n2:     return 1\n```',
    right: ['def f():\n    return 1\n'],
  },
  {
    title: 'line numbers over ten lines',
    asked: 'PYTHON',
    answer:
      '```python\n 1  print(1)\n 2  print(2)\n 3  print(3)\n 4  print(4)\n 5  print(5)\n 6  print(6)\n 7  print(7)\n 8  print(8)\n 9  print(9)\n10  print(10)\n11  print(11)\n```',
    right: [
      'print(1)\nprint(2)\nprint(3)\nprint(4)\nprint(5)\nprint(6)\nprint(7)\nprint(8)\nprint(9)\nprint(10)\nprint(11)\n',
    ],
  },
  { title: 'a program of numbers', asked: 'PYTHON', answer: '```python\n1\n2\n3\n```', right: ['1\n2\n3\n'] },
  {
    title: 'a patch of a new file with its header',
    asked: 'PYTHON',
    answer:
      '```diff\ndiff --git a/a.py b/a.py\nnew file mode 100644\n--- /dev/null\n+++ b/a.py\n@@ -0,0 +1,3 @@\n+import os\n+\n+print(os.name)\n```',
    right: ['import os\n\nprint(os.name)\n'],
  },
  {
    title: 'JSON with the code, in a fence',
    asked: 'PYTHON',
    answer: '```json\n{"language": "python", "code": "print(1)\\n"}\n```',
    right: ['print(1)\n'],
  },
  {
    title: 'JSON where JSON was asked for',
    asked: 'JSON',
    answer: '{"code": "print(1)"}',
    right: ['{"code": "print(1)"}'],
  },
  {
    title: 'escaped backticks and prose',
    asked: 'PYTHON',
    answer: 'Here:\n\n\\`\\`\\`python\nprint(1)\n\\`\\`\\`\n\nDone.\n',
    right: ['print(1)\n'],
  },
];
