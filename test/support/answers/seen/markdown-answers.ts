import type { SeenAnswer } from './seen-answer.ts';

/** Answers that hold a document in Markdown. */
export const markdownAnswers: readonly SeenAnswer[] = [
  {
    title: 'README in a markdown fence of equal length',
    asked: 'MARKDOWN',
    answer:
      '```markdown\n# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n```\n',
    right: [
      '# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    ],
  },
  {
    title: 'README in an md fence and prose behind',
    asked: 'MARKDOWN',
    answer:
      'Here is the README:\n\n```md\n# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n```\n\nTell me if a badge is wanted.',
    right: [
      '# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    ],
  },
  {
    title: 'README without a fence',
    asked: 'MARKDOWN',
    answer:
      '# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    right: [
      '# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    ],
  },
  {
    title: 'README with a bare block, in a fence',
    asked: 'MARKDOWN',
    answer: '```markdown\n# tree\n\nLayout:\n\n```\nsrc/\n  main.c\n```\n\nBuild with make.\n```\n',
    right: ['# tree\n\nLayout:\n\n```\nsrc/\n  main.c\n```\n\nBuild with make.\n'],
  },
  {
    title: 'README with a bare block, no fence',
    asked: 'MARKDOWN',
    answer: '# tree\n\nLayout:\n\n```\nsrc/\n  main.c\n```\n\nBuild with make.\n',
    right: ['# tree\n\nLayout:\n\n```\nsrc/\n  main.c\n```\n\nBuild with make.\n'],
  },
  {
    title: 'preamble then README without outer fence',
    asked: 'MARKDOWN',
    answer:
      'Here is a README for the project:\n\n# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    right: [
      '# invoice-cli\n\nMakes invoices.\n\n## Install\n\n```bash\npip install invoice-cli\n```\n\n## Use\n\n```python\nfrom invoice import make\nmake("a.pdf")\n```\n\n## Licence\n\nMIT\n',
    ],
  },
  {
    title: 'table only, in a fence',
    asked: 'MARKDOWN',
    answer: '```markdown\n| Verb | Code |\n| --- | --- |\n| GET | 200 |\n```',
    right: ['| Verb | Code |\n| --- | --- |\n| GET | 200 |\n'],
  },
  {
    title: 'table only, no fence',
    asked: 'MARKDOWN',
    answer: '| Verb | Code |\n| --- | --- |\n| GET | 200 |\n',
    right: ['| Verb | Code |\n| --- | --- |\n| GET | 200 |\n'],
  },
  {
    title: 'changelog, no fence',
    asked: 'MARKDOWN',
    answer: '## 1.2.0\n\n- Adds `--json`.\n- Drops Node 18.\n',
    right: ['## 1.2.0\n\n- Adds `--json`.\n- Drops Node 18.\n'],
  },
  {
    title: 'two bare blocks, in a fence',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\nInstall:\n\n```\nnpm i a\n```\n\nRun:\n\n```\na --all\n```\n\nMIT\n```\n',
    right: ['# A\n\nInstall:\n\n```\nnpm i a\n```\n\nRun:\n\n```\na --all\n```\n\nMIT\n'],
  },
  {
    title: 'a bare and a named block, and prose behind',
    asked: 'MARKDOWN',
    answer: 'Here:\n\n```md\n# A\n\n```\nsrc/\n```\n\n## Run\n\n```sh\nmake\n```\n```\n\nI can add a badge.\n',
    right: ['# A\n\n```\nsrc/\n```\n\n## Run\n\n```sh\nmake\n```\n'],
  },
  {
    title: 'no blank lines around the bare block',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\nLayout:\n```\nsrc/\n```\nBuild with make.\n```',
    right: ['# A\nLayout:\n```\nsrc/\n```\nBuild with make.\n'],
  },
  {
    title: 'a document, then a bare block of how to save it',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\nText.\n```\n\nSave it so:\n\n```\nmv a README.md\n```\n',
    right: ['# A\n\nText.\n'],
  },
  {
    title: 'a document that ends with a bare block',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n```\nmake\n```\n```\n',
    right: ['# A\n\n```\nmake\n```\n'],
  },
  {
    title: 'check list only, no fence',
    asked: 'MARKDOWN',
    answer: '- [x] write\n- [ ] test\n- [ ] ship\n',
    right: ['- [x] write\n- [ ] test\n- [ ] ship\n'],
  },
  {
    title: 'a numbered list only, no fence',
    asked: 'MARKDOWN',
    answer: '1. Clone it.\n2. Build it.\n3. Run it.\n',
    right: ['1. Clone it.\n2. Build it.\n3. Run it.\n'],
  },
  {
    title: 'a table without outer bars, no fence',
    asked: 'MARKDOWN',
    answer: 'Verb | Code\n--- | ---\nGET | 200\n',
    right: ['Verb | Code\n--- | ---\nGET | 200\n'],
  },
  {
    title: 'an announced table, no fence',
    asked: 'MARKDOWN',
    answer: 'Here is the table:\n\n| A | B |\n|---|:-:|\n| 1 | 2 |\n',
    right: ['| A | B |\n|---|:-:|\n| 1 | 2 |\n'],
  },
  {
    title: 'an announced check list, no fence',
    asked: 'MARKDOWN',
    answer: "Sure! Here's the list:\n\n* [ ] one\n* [x] two\n",
    right: ['* [ ] one\n* [x] two\n'],
  },
  {
    title: 'front matter and blocks, no fence',
    asked: 'MARKDOWN',
    answer: '---\ntitle: A\n---\n\n```js\nlet a;\n```\n',
    right: ['---\ntitle: A\n---\n\n```js\nlet a;\n```\n'],
  },
  {
    title: 'a heading that is underlined, no fence',
    asked: 'MARKDOWN',
    answer: 'Tool\n====\n\nIt sorts.\n',
    right: ['Tool\n====\n\nIt sorts.\n'],
  },
  {
    title: 'a badge and a block, no fence',
    asked: 'MARKDOWN',
    answer: '[![CI](a.svg)](b)\n\nRun:\n\n```sh\nmake\n```\n',
    right: ['[![CI](a.svg)](b)\n\nRun:\n\n```sh\nmake\n```\n'],
  },
  {
    title: 'a table in a fence without a name',
    asked: 'MARKDOWN',
    answer: '```\n| A | B |\n|---|---|\n| 1 | 2 |\n```\n',
    right: ['| A | B |\n|---|---|\n| 1 | 2 |\n'],
  },
  {
    title: 'a refusal where Markdown was asked for',
    asked: 'MARKDOWN',
    answer: 'I can’t write that document, as it would help to deceive people.',
    right: [''],
  },
  {
    title: 'a question where Markdown was asked for',
    asked: 'MARKDOWN',
    answer: 'Which sections would you like? I can add a licence and a list of authors.',
    right: [''],
  },
  {
    title: 'a block in a block in a longer fence',
    asked: 'MARKDOWN',
    answer: '````md\n# A\n```bash\nls\n```\n```\nplain\n```\n````\n',
    right: ['# A\n```bash\nls\n```\n```\nplain\n```\n'],
  },
  {
    title: 'a document in tildes',
    asked: 'MARKDOWN',
    answer: '~~~markdown\n# A\n```\nls\n```\n~~~\nDone.',
    right: ['# A\n```\nls\n```\n'],
  },
  {
    title: 'a README in a fence, with tables, lists and two blocks',
    asked: 'MARKDOWN',
    answer:
      '```markdown\n# A\n\n| a | b |\n|---|---|\n\n1. Do:\n   ```bash\n   make\n   ```\n2. Then:\n\n```\nout/\n```\n\n- [ ] test\n```\n',
    right: [
      '# A\n\n| a | b |\n|---|---|\n\n1. Do:\n   ```bash\n   make\n   ```\n2. Then:\n\n```\nout/\n```\n\n- [ ] test\n',
    ],
  },
  {
    title: 'a bare block that shows output right below a named one',
    asked: 'MARKDOWN',
    answer: '```md\n# A\n\n```sh\nls\n```\n```\nfile\n```\n\nEnd.\n```\nThat is it.',
    right: ['# A\n\n```sh\nls\n```\n```\nfile\n```\n\nEnd.\n'],
  },
  {
    title: 'a README of a longer document, cut in a bare block',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\nLayout:\n\n```\nsrc/\n  ma',
    right: ['# A\n\nLayout:\n\n```\nsrc/\n  ma'],
  },
  {
    title: 'a README cut behind a bare block',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\nLayout:\n\n```\nsrc/\n```\n\nBuild wi',
    right: ['# A\n\nLayout:\n\n```\nsrc/\n```\n\nBuild wi'],
  },
  {
    title: 'a README whose outer fence is not closed',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n```bash\nmake\n```\n\nMIT\n',
    right: ['# A\n\n```bash\nmake\n```\n\nMIT\n'],
  },
  {
    title: 'a document about fences, in four marks',
    asked: 'MARKDOWN',
    answer: '````markdown\nWrite\n\n```\n```js\nx\n```\n```\n\nso.\n````\n',
    right: ['Write\n\n```\n```js\nx\n```\n```\n\nso.\n'],
  },
  {
    title: 'prose, then a README without a fence, then a question',
    asked: 'MARKDOWN',
    answer: '# A\n\nSorts.\n\n```sh\nmake\n```\n',
    right: ['# A\n\nSorts.\n\n```sh\nmake\n```\n'],
  },
  {
    title: 'a quote only, no fence',
    asked: 'MARKDOWN',
    answer: '> To be or not to be.\n>\n> — Hamlet\n',
    right: ['> To be or not to be.\n>\n> — Hamlet\n', ''],
  },
  {
    title: 'a definition list in HTML, no fence',
    asked: 'MARKDOWN',
    answer: '<details>\n<summary>A</summary>\n\nText.\n\n</details>\n',
    right: ['<details>\n<summary>A</summary>\n\nText.\n\n</details>\n'],
  },
  {
    title: 'a list with nested items, no fence',
    asked: 'MARKDOWN',
    answer: '- a\n  - b\n- c\n',
    right: ['- a\n  - b\n- c\n'],
  },
  {
    title: 'check list with an announcement and headings',
    asked: 'MARKDOWN',
    answer: 'Here is your release check list:\n\n## Release\n\n- [ ] tag\n- [ ] push\n',
    right: ['## Release\n\n- [ ] tag\n- [ ] push\n'],
  },
  {
    title: 'a document with a block in tildes inside backticks',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n~~~sh\nmake\n~~~\n\nEnd.\n```',
    right: ['# A\n\n~~~sh\nmake\n~~~\n\nEnd.\n'],
  },
  {
    title: 'a table with alignment and inline code, no fence',
    asked: 'MARKDOWN',
    answer: '| Flag | Means |\n|:-----|------:|\n| `-a` | all |\n| `-b` | both |\n',
    right: ['| Flag | Means |\n|:-----|------:|\n| `-a` | all |\n| `-b` | both |\n'],
  },
  {
    title: 'a blank line before the closing fence, and prose right behind',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\nText.\n\n```\nThis is the document that you asked for.\n',
    right: ['# A\n\nText.\n\n'],
  },
  {
    title: 'a document, then an unnamed block with its tree',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n```\n\nThe files:\n\n```\nREADME.md\n```\n',
    right: ['# A\n'],
  },
  {
    title: 'two documents',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n```\n\nOr:\n\n```markdown\n# B\n```\n',
    right: ['# A\n'],
  },
  {
    title: 'a document with a named block, then another document',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n```sh\nls\n```\n```\n\nOr:\n\n```markdown\n# B\n```\n',
    right: ['# A\n\n```sh\nls\n```\n'],
  },
  {
    title: 'a blank line within the bare block',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n```\na\n\nb\n```\n\nEnd.\n```\n',
    right: ['# A\n\n```\na\n\nb\n```\n\nEnd.\n'],
  },
  {
    title: 'a document with four bare blocks',
    asked: 'MARKDOWN',
    answer: '```markdown\n# A\n\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n\n```\nd\n```\n```\nHope it helps.',
    right: ['# A\n\n```\na\n```\n\n```\nb\n```\n\n```\nc\n```\n\n```\nd\n```\n'],
  },
  {
    title: 'an answer that is one bare block of Markdown with blocks',
    asked: 'MARKDOWN',
    answer: '```\n# A\n\n```sh\nls\n```\n\nEnd.\n```\n',
    right: ['# A\n\n```sh\nls\n```\n\nEnd.\n'],
  },
  {
    title: 'an unknown name of the outer fence',
    asked: 'MARKDOWN',
    answer: '```mdx\n# A\n\n```sh\nls\n```\n\nEnd.\n```\n',
    right: ['# A\n\n```sh\nls\n```\n\nEnd.\n'],
  },
  {
    title: 'a document in a fence named after its file',
    asked: 'MARKDOWN',
    answer: '```README.md\n# A\n\n```sh\nls\n```\n```\n',
    right: ['# A\n\n```sh\nls\n```\n'],
  },
];
