/** A stack: the value added last is taken first. All operations take O(1) time. */
class Stack {
  #items = [];

  get size() {
    return this.#items.length;
  }

  /** Puts a value on top. */
  push(value) {
    this.#items.push(value);
  }

  /** Takes the value on top. Throws a RangeError when the stack is empty. */
  pop() {
    const value = this.peek();
    this.#items.pop();
    return value;
  }

  /** Returns the value on top without taking it. Throws a RangeError when the stack is empty. */
  peek() {
    if (this.#items.length === 0) throw new RangeError('the stack is empty');
    return this.#items[this.#items.length - 1];
  }
}

function main() {
  const stack = new Stack();
  for (const value of [1, 2, 3]) stack.push(value);
  console.log('peek:', stack.peek());
  console.log('pop:', stack.pop());
  console.log('pop:', stack.pop());
  console.log('size:', stack.size);
  stack.pop();
  try {
    stack.pop();
  } catch (error) {
    console.log('pop:', error.message);
  }
}

main();
