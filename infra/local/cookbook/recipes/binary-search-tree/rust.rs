/// Holds each value once: smaller ones to the left, larger ones to the right.
///
/// Inserting and finding take O(height) time: O(log n) for values in random order.
#[derive(Default)]
struct BinarySearchTree {
    root: Option<Box<Node>>,
}

struct Node {
    value: i32,
    children: [Option<Box<Node>>; 2],
}

impl BinarySearchTree {
    /// Adds a value; returns false when it is there already.
    fn insert(&mut self, value: i32) -> bool {
        let mut link = &mut self.root;
        while let Some(node) = link {
            if value == node.value {
                return false;
            }
            link = &mut node.children[usize::from(value > node.value)];
        }
        *link = Some(Box::new(Node { value, children: [None, None] }));
        true
    }

    fn contains(&self, value: i32) -> bool {
        let mut link = &self.root;
        while let Some(node) = link {
            if value == node.value {
                return true;
            }
            link = &node.children[usize::from(value > node.value)];
        }
        false
    }

    /// The values from the smallest to the largest.
    fn in_order(&self) -> Vec<i32> {
        let mut values = Vec::new();
        let mut path = Vec::new();
        let mut link = &self.root;
        loop {
            while let Some(node) = link {
                path.push(node);
                link = &node.children[0];
            }
            let Some(node) = path.pop() else {
                return values;
            };
            values.push(node.value);
            link = &node.children[1];
        }
    }
}

fn yes_or_no(answer: bool) -> &'static str {
    if answer {
        "yes"
    } else {
        "no"
    }
}

fn main() {
    let mut tree = BinarySearchTree::default();
    for value in [8, 3, 10, 1, 6, 4] {
        tree.insert(value);
    }
    let values: Vec<String> = tree.in_order().iter().map(i32::to_string).collect();
    println!("in order: {}", values.join(" "));
    println!("inserted 6 again: {}", yes_or_no(tree.insert(6)));
    println!("contains 4: {}", yes_or_no(tree.contains(4)));
    println!("contains 7: {}", yes_or_no(tree.contains(7)));
}
