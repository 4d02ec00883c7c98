/** A to-do list. The numbers of its tasks begin at 1. */
class TodoList {
  #tasks = [];

  /** Adds a task. Throws a TypeError for a blank text. */
  add(text) {
    if (text.trim() === '') throw new TypeError('the text of a task must not be blank');
    this.#tasks.push({ text: text.trim(), done: false });
  }

  /** Marks a task as done. Throws a RangeError when there is no such task. */
  finish(number) {
    this.#at(number).done = true;
  }

  /** Removes a task; the numbers of those behind it move up. */
  remove(number) {
    const removed = this.#at(number);
    this.#tasks = this.#tasks.filter((task) => task !== removed);
  }

  #at(number) {
    const task = this.#tasks[number - 1];
    if (task === undefined) throw new RangeError(`there is no task ${number}, only 1 to ${this.#tasks.length}`);
    return task;
  }

  toString() {
    const rows = this.#tasks.map(({ text, done }, index) => `${index + 1}. [${done ? 'x' : ' '}] ${text}`);
    const left = this.#tasks.filter(({ done }) => !done).length;
    return [...rows, `${left} of ${this.#tasks.length} left`].join('\n');
  }
}

function main() {
  const todo = new TodoList();
  for (const text of ['buy milk', 'write code', 'sleep']) todo.add(text);
  todo.finish(1);
  todo.remove(3);
  console.log(`${todo}`);
}

main();
