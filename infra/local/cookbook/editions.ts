/** Each language of the cookbook: the file of its program in a recipe's folder, and how an instruction may name it. */
export const editions = {
  PYTHON: { file: 'python.py', names: ['python 3', 'python3', 'python', 'py'] },
  JAVASCRIPT: { file: 'javascript.js', names: ['javascript', 'js', 'nodejs', 'node js', 'node', 'ecmascript'] },
  TYPESCRIPT: { file: 'typescript.ts', names: ['typescript', 'ts'] },
  GO: { file: 'go.go', names: ['golang', 'go'] },
  JAVA: { file: 'Main.java', names: ['java 17', 'java 21', 'java'] },
  CPP: { file: 'cpp.cpp', names: ['c++17', 'c++20', 'c++', 'cpp'] },
  RUST: { file: 'rust.rs', names: ['rust'] },
  BASH: { file: 'bash.sh', names: ['bash', 'shell'] },
  SQL: { file: 'sql.sql', names: ['sql', 'sqlite', 'postgresql', 'postgres'] },
  HTML: { file: 'html.html', names: ['html5', 'html', 'html and css'] },
  CSS: { file: 'css.css', names: ['css3', 'css'] },
  YAML: { file: 'yaml.yaml', names: ['yaml', 'yml'] },
  DOCKERFILE: { file: 'Dockerfile', names: ['docker'] },
} as const;

/** A language that the cookbook has programs in: a value of the GraphQL enum `Language`. */
export type CookbookLanguage = keyof typeof editions;

export const cookbookLanguages = Object.keys(editions) as readonly CookbookLanguage[];
