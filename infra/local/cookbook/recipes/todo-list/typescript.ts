interface Task {
  readonly text: string;
  readonly done: boolean;
}

/** A to-do list. The numbers of its tasks begin at 1. */
export class TodoList {
  #tasks: readonly Task[] = [];

  /** @throws TypeError for a blank text */
  add(text: string): void {
    if (text.trim() === '') throw new TypeError('the text of a task must not be blank');
    this.#tasks = [...this.#tasks, { text: text.trim(), done: false }];
  }

  /** @throws RangeError when there is no such task */
  finish(number: number): void {
    const finished = this.#at(number);
    this.#tasks = this.#tasks.map((task) => (task === finished ? { ...task, done: true } : task));
  }

  /** The numbers of the tasks behind it move up. */
  remove(number: number): void {
    const removed = this.#at(number);
    this.#tasks = this.#tasks.filter((task) => task !== removed);
  }

  #at(number: number): Task {
    const task = this.#tasks[number - 1];
    if (task === undefined) throw new RangeError(`there is no task ${number}, only 1 to ${this.#tasks.length}`);
    return task;
  }

  toString(): string {
    const rows = this.#tasks.map(({ text, done }, index) => `${index + 1}. [${done ? 'x' : ' '}] ${text}`);
    const left = this.#tasks.filter(({ done }) => !done).length;
    return [...rows, `${left} of ${this.#tasks.length} left`].join('\n');
  }
}

function main(): void {
  const todo = new TodoList();
  for (const text of ['buy milk', 'write code', 'sleep']) todo.add(text);
  todo.finish(1);
  todo.remove(3);
  console.log(`${todo}`);
}

main();
