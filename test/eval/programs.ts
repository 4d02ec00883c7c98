import type { Task } from './eval-tasks.ts';

/** Languages in which what was generated can be run here. */
export const languages = ['PYTHON', 'JAVASCRIPT'] as const;
export type EvalLanguage = (typeof languages)[number];

/** Printed by a program whose cases all hold. */
export const PASSED = 'all cases hold';

/** What a model is asked for. */
export function instructionOf(task: Task, language: EvalLanguage): string {
  return task.instruction.replaceAll('{name}', nameIn(language, task.names[0]));
}

/** What was generated, with the task's cases behind it. */
export function programOf(code: string, task: Task, language: EvalLanguage): string {
  const names = task.names.map((name) => nameIn(language, name));
  const cases = JSON.stringify(JSON.stringify(task.cases));
  return language === 'PYTHON' ? `${code}\n${pythonCases(names, cases)}` : `${code}\n${javascriptCases(names, cases)}`;
}

function nameIn(language: EvalLanguage, snake: string): string {
  return language === 'PYTHON' ? snake : snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pythonCases(names: readonly string[], cases: string): string {
  return `
import json as _json
_named = [globals()[name] for name in ${JSON.stringify(names)} if name in globals()]
assert _named, "the function is missing"
for _args, _result in _json.loads(${cases}):
    _found = _json.loads(_json.dumps(_named[0](*_args)))
    assert _found == _result, f"{_args} gives {_found}, not {_result}"
print("${PASSED}")
`;
}

function javascriptCases(names: readonly string[], cases: string): string {
  const named = names.map((name) => `typeof ${name} === 'function' ? ${name} : `).join('');
  return `
;(() => {
  const assert = process.getBuiltinModule ? process.getBuiltinModule('node:assert') : require('node:assert');
  const named = ${named}undefined;
  assert.ok(named, 'the function is missing');
  const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
  for (const [args, result] of JSON.parse(${cases})) {
    const found = named(...args);
    assert.deepStrictEqual(found === undefined ? null : JSON.parse(JSON.stringify(found, plain)), result);
  }
  console.log('${PASSED}');
})();
`;
}
