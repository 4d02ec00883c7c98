interface TreeNode {
  readonly value: number;
  left?: TreeNode;
  right?: TreeNode;
}

/**
 * Holds each value once: smaller ones to the left, larger ones to the right.
 *
 * Inserting and finding take O(height) time: O(log n) for values in random order.
 */
export class BinarySearchTree implements Iterable<number> {
  #root: TreeNode | undefined;

  /** Adds a value; returns false when it is there already. */
  insert(value: number): boolean {
    if (this.#root === undefined) {
      this.#root = { value };
      return true;
    }
    let node = this.#root;
    while (value !== node.value) {
      const side = value < node.value ? 'left' : 'right';
      const child = node[side];
      if (child === undefined) {
        node[side] = { value };
        return true;
      }
      node = child;
    }
    return false;
  }

  has(value: number): boolean {
    let node = this.#root;
    while (node !== undefined && node.value !== value) node = value < node.value ? node.left : node.right;
    return node !== undefined;
  }

  /** Yields the values from the smallest to the largest. */
  *[Symbol.iterator](): Iterator<number> {
    const path: TreeNode[] = [];
    let node = this.#root;
    while (node !== undefined || path.length > 0) {
      for (; node !== undefined; node = node.left) path.push(node);
      const next = path.pop() as TreeNode;
      yield next.value;
      node = next.right;
    }
  }
}

function main(): void {
  const tree = new BinarySearchTree();
  for (const value of [8, 3, 10, 1, 6, 4]) tree.insert(value);
  console.log('in order:', [...tree].join(' '));
  console.log('inserted 6 again:', tree.insert(6) ? 'yes' : 'no');
  console.log('contains 4:', tree.has(4) ? 'yes' : 'no');
  console.log('contains 7:', tree.has(7) ? 'yes' : 'no');
}

main();
