-- Joins users with their orders. Runs as it is in SQLite and PostgreSQL.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  product VARCHAR(100) NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0)
);

INSERT INTO users (id, name) VALUES (1, 'Ada'), (2, 'Grace'), (3, 'Linus');
INSERT INTO orders (id, user_id, product, quantity) VALUES
  (1, 1, 'Keyboard', 2),
  (2, 2, 'Mouse', 1),
  (3, 1, 'Screen', 1);

-- Only users that have ordered something: one row for each order.
SELECT users.name, orders.product, orders.quantity
FROM users
INNER JOIN orders ON orders.user_id = users.id
ORDER BY users.name, orders.product;

-- All users, those without an order too.
SELECT users.name, COUNT(orders.id) AS order_count
FROM users
LEFT JOIN orders ON orders.user_id = users.id
GROUP BY users.id, users.name
ORDER BY users.name;
