import type { SeenAnswer } from './seen-answer.ts';

/** Answers without a fence: code, refusals and questions. */
export const unmarkedAnswers: readonly SeenAnswer[] = [
  {
    title: 'no fence, plain code',
    asked: 'PYTHON',
    answer:
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    ],
  },
  {
    title: 'curly apostrophes in prose only, refusal',
    asked: 'PYTHON',
    answer: 'I’m sorry, but I can’t help with that request. Writing malware is not something I do.',
    right: [''],
  },
  {
    title: 'question back',
    asked: 'PYTHON',
    answer: 'Which database do you use? I can write it for PostgreSQL or for SQLite.',
    right: [''],
  },
  {
    title: 'prose line before unfenced code',
    asked: 'PYTHON',
    answer:
      'Here is the code:\n\ndef bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
    right: [
      'def bubble_sort(items):\n    for end in range(len(items) - 1, 0, -1):\n        for i in range(end):\n            if items[i] > items[i + 1]:\n                items[i], items[i + 1] = items[i + 1], items[i]\n    return items\n',
      '',
    ],
  },
  { title: 'Chinese refusal', asked: 'PYTHON', answer: '抱歉，我无法帮助完成这个请求。', right: [''] },
  {
    title: 'German refusal',
    asked: 'PYTHON',
    answer: 'Es tut mir leid, aber dabei kann ich nicht helfen.',
    right: [''],
  },
  {
    title: 'an announced program without a fence, then nothing',
    asked: 'JAVASCRIPT',
    answer: 'Here is the code:\n\nconst a = 1;\nconsole.log(a);\n',
    right: ['const a = 1;\nconsole.log(a);\n'],
  },
  {
    title: 'a refusal in French',
    asked: 'PYTHON',
    answer: 'Je suis désolé, mais je ne peux pas vous aider à faire cela.',
    right: [''],
  },
  {
    title: 'a refusal in Spanish',
    asked: 'PYTHON',
    answer: 'Lo siento, pero no puedo ayudar con esa solicitud.',
    right: [''],
  },
  {
    title: 'a refusal in Japanese',
    asked: 'SQL',
    answer: '申し訳ありませんが、そのご要望にはお応えできません。',
    right: [''],
  },
  {
    title: 'a question with code in it',
    asked: 'PYTHON',
    answer: 'Do you want `sorted(items)` or a loop? Both work, but the loop is longer.',
    right: [''],
  },
  {
    title: 'the label without fence above the code',
    asked: 'PYTHON',
    answer: 'python\nimport os\nprint(os.name)\n',
    right: ['import os\nprint(os.name)\n'],
  },
  { title: 'three quotes as a fence', asked: 'PYTHON', answer: "'''python\nprint(1)\n'''\n", right: ['print(1)\n'] },
  {
    title: 'indented code below an announcement',
    asked: 'PYTHON',
    answer: 'Here is the code:\n\n    import os\n    print(os.name)\n',
    right: ['import os\nprint(os.name)\n', ''],
  },
];
