-- A table of users. Runs as it is in SQLite and PostgreSQL.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  email VARCHAR(254) NOT NULL UNIQUE,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK (email LIKE '%_@_%')
);

CREATE INDEX users_by_name ON users (name);

INSERT INTO users (id, name, email) VALUES
  (1, 'Ada', 'ada@example.com'),
  (2, 'Grace', 'grace@example.com');

SELECT id, name, email FROM users ORDER BY name;
