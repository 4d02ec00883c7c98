import type { SeenAnswer } from './seen-answer.ts';

/** Answers that hold other files than programs. */
export const fileAnswers: readonly SeenAnswer[] = [
  {
    title: 'HTML with style and script',
    asked: 'HTML',
    answer:
      '```html\n<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n```\n',
    right: [
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n',
    ],
  },
  {
    title: 'HTML without a fence',
    asked: 'HTML',
    answer:
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n',
    right: [
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n',
    ],
  },
  {
    title: 'HTML, then CSS and JS blocks',
    asked: 'HTML',
    answer:
      '```html\n<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n```\n\nOptional extra CSS:\n\n```css\nbody { color: red; }\n```\n',
    right: [
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<style>\nbody { margin: 0; }\n</style>\n</head>\n<body>\n<button id="b">0</button>\n<script>\nconst b = document.getElementById("b");\nb.onclick = () => { b.textContent = `${+b.textContent + 1}`; };\n</script>\n</body>\n</html>\n',
    ],
  },
  {
    title: 'YAML fence',
    asked: 'YAML',
    answer:
      '```yaml\nservices:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n```\nStart it:\n```bash\ndocker compose up -d\n```',
    right: ['services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n'],
  },
  {
    title: 'YAML fence yml',
    asked: 'YAML',
    answer: '```yml\n# docker-compose.yml\nservices:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n```',
    right: ['# docker-compose.yml\nservices:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n'],
  },
  {
    title: 'YAML without a fence',
    asked: 'YAML',
    answer: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n',
    right: ['services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n'],
  },
  {
    title: 'YAML of two documents, no fence',
    asked: 'YAML',
    answer:
      '---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: demo\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
    right: [
      '---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: demo\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
    ],
  },
  {
    title: 'Dockerfile fence',
    asked: 'DOCKERFILE',
    answer:
      '```Dockerfile\nFROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n```\n\nBuild it:\n\n```sh\ndocker build -t app .\n```',
    right: [
      'FROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n',
    ],
  },
  {
    title: 'Dockerfile without a label',
    asked: 'DOCKERFILE',
    answer:
      '```\nFROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n```',
    right: [
      'FROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n',
    ],
  },
  {
    title: 'Dockerfile without a fence',
    asked: 'DOCKERFILE',
    answer:
      'FROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n',
    right: [
      'FROM node:20-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nCMD ["node", "server.js"]\n',
    ],
  },
  {
    title: 'Bash asked, commands only',
    asked: 'BASH',
    answer: '```bash\nmkdir -p build\ncd build\ncmake ..\nmake -j4\n```',
    right: ['mkdir -p build\ncd build\ncmake ..\nmake -j4\n'],
  },
  {
    title: 'Bash without a label',
    asked: 'BASH',
    answer: "Use:\n\n```\nfind . -name '*.tmp' -delete\n```\n",
    right: ["find . -name '*.tmp' -delete\n"],
  },
  {
    title: 'SQL lower case without a fence',
    asked: 'SQL',
    answer:
      'select c.name, count(*) as orders\nfrom customers c\njoin orders o on o.customer_id = c.id\ngroup by c.name;\n',
    right: [
      'select c.name, count(*) as orders\nfrom customers c\njoin orders o on o.customer_id = c.id\ngroup by c.name;\n',
    ],
  },
  {
    title: 'JSON fence',
    asked: 'JSON',
    answer: '```json\n{\n  "name": "demo",\n  "scripts": { "start": "node ." }\n}\n```',
    right: ['{\n  "name": "demo",\n  "scripts": { "start": "node ." }\n}\n'],
  },
  {
    title: 'Terraform under the label hcl',
    asked: 'HCL',
    answer:
      '```hcl\nresource "aws_s3_bucket" "logs" {\n  bucket = "demo-logs"\n}\n```\nThen:\n```bash\nterraform init && terraform apply\n```',
    right: ['resource "aws_s3_bucket" "logs" {\n  bucket = "demo-logs"\n}\n'],
  },
  {
    title: 'PowerShell',
    asked: 'POWERSHELL',
    answer:
      '```powershell\nGet-ChildItem -Recurse -Filter *.log |\n  Where-Object { $_.Length -gt 1MB } |\n  Remove-Item -WhatIf\n```',
    right: ['Get-ChildItem -Recurse -Filter *.log |\n  Where-Object { $_.Length -gt 1MB } |\n  Remove-Item -WhatIf\n'],
  },
  {
    title: 'SVG for XML',
    asked: 'XML',
    answer:
      '```svg\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n  <circle cx="5" cy="5" r="4"/>\n</svg>\n```',
    right: ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n  <circle cx="5" cy="5" r="4"/>\n</svg>\n'],
  },
  {
    title: 'GraphQL schema',
    asked: 'GRAPHQL',
    answer: '```graphql\ntype Query {\n  hello: String!\n}\n```',
    right: ['type Query {\n  hello: String!\n}\n'],
  },
  {
    title: 'TOML without a fence',
    asked: 'TOML',
    answer: '[package]\nname = "demo"\nversion = "0.1.0"\n',
    right: ['[package]\nname = "demo"\nversion = "0.1.0"\n'],
  },
];
