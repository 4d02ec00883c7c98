import type { SeenAnswer } from './seen-answer.ts';

/** Answers in the ways that most models answer most of the time. */
export const usualAnswers: readonly SeenAnswer[] = [
  {
    title: 'prose around',
    asked: 'PYTHON',
    answer:
      'Here is a bubble sort:\n\n```python\ndef bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n```\n\nIt takes O(n²) time. Call `bubble_sort([3, 1, 2])`.',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    ],
  },
  {
    title: 'label py',
    asked: 'PYTHON',
    answer:
      '```py\ndef bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n```',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    ],
  },
  {
    title: 'label Python3 capital',
    asked: 'PYTHON',
    answer:
      'Sure!\n```Python3\ndef bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n```\n',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    ],
  },
  {
    title: 'label c++',
    asked: 'CPP',
    answer: '```c++\n#include <iostream>\n\nint main() {\n    std::cout << "hi\\n";\n}\n```',
    right: ['#include <iostream>\n\nint main() {\n    std::cout << "hi\\n";\n}\n'],
  },
  {
    title: 'label C#',
    asked: 'CSHARP',
    answer: '```C#\nusing System;\n\nConsole.WriteLine("hi");\n```',
    right: ['using System;\n\nConsole.WriteLine("hi");\n'],
  },
  {
    title: 'label f#',
    asked: 'FSHARP',
    answer: '```f#\nlet rec fact n = if n <= 1 then 1 else n * fact (n - 1)\nprintfn "%d" (fact 5)\n```',
    right: ['let rec fact n = if n <= 1 then 1 else n * fact (n - 1)\nprintfn "%d" (fact 5)\n'],
  },
  {
    title: 'label vb.net',
    asked: 'VISUAL_BASIC',
    answer: '```vb.net\nModule Program\n    Sub Main()\n        Console.WriteLine("hi")\n    End Sub\nEnd Module\n```',
    right: ['Module Program\n    Sub Main()\n        Console.WriteLine("hi")\n    End Sub\nEnd Module\n'],
  },
  {
    title: 'label objective-c',
    asked: 'OBJECTIVE_C',
    answer: '```objective-c\n#import <Foundation/Foundation.h>\nint main(void) { NSLog(@"hi"); return 0; }\n```',
    right: ['#import <Foundation/Foundation.h>\nint main(void) { NSLog(@"hi"); return 0; }\n'],
  },
  {
    title: 'label jsx for javascript',
    asked: 'JAVASCRIPT',
    answer: '```jsx\nexport default function Badge({ n }) {\n  return <b className="badge">{n}</b>;\n}\n```',
    right: ['export default function Badge({ n }) {\n  return <b className="badge">{n}</b>;\n}\n'],
  },
  {
    title: 'attributes behind the label',
    asked: 'PYTHON',
    answer:
      '```python title="sort.py" {1,3-4} showLineNumbers\ndef bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n```',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    ],
  },
  {
    title: 'label with file name',
    asked: 'TYPESCRIPT',
    answer: '```typescript:src/sum.ts\nexport const sum = (a: number, b: number): number => a + b;\n```',
    right: ['export const sum = (a: number, b: number): number => a + b;\n'],
  },
  {
    title: 'pandoc braces',
    asked: 'R',
    answer: '```{r, echo=FALSE}\nx <- c(1, 2, 3)\nmean(x)\n```',
    right: ['x <- c(1, 2, 3)\nmean(x)\n'],
  },
  {
    title: 'tilde fence',
    asked: 'RUBY',
    answer: '~~~ruby\nputs [3, 1, 2].sort.inspect\n~~~\n',
    right: ['puts [3, 1, 2].sort.inspect\n'],
  },
  {
    title: 'no closing fence',
    asked: 'GO',
    answer: '```go\npackage main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hi")\n}\n',
    right: ['package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hi")\n}\n'],
  },
  {
    title: 'four backticks out, three in',
    asked: 'MARKDOWN',
    answer: '````markdown\n# Tool\n\n```sh\nnpm i tool\n```\n````\n',
    right: ['# Tool\n\n```sh\nnpm i tool\n```\n'],
  },
];
