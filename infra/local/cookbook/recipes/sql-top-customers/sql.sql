-- The five customers with the highest total of their orders. Runs as it is in SQLite and PostgreSQL.
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name VARCHAR(100) NOT NULL
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0)
);

INSERT INTO customers (id, name) VALUES
  (1, 'Ada'), (2, 'Grace'), (3, 'Linus'), (4, 'Margaret'), (5, 'Dennis'), (6, 'Barbara');
INSERT INTO orders (id, customer_id, total_cents) VALUES
  (1, 1, 1999), (2, 2, 4500), (3, 1, 3001), (4, 3, 900), (5, 4, 12000), (6, 5, 700), (7, 6, 800);

SELECT
  customers.name,
  COUNT(*) AS order_count,
  SUM(orders.total_cents) AS total_cents
FROM customers
INNER JOIN orders ON orders.customer_id = customers.id
GROUP BY customers.id, customers.name
ORDER BY total_cents DESC, customers.name
LIMIT 5;
