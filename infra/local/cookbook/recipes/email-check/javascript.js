const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const email = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@(?:${label}\\.)+${label}$`);

/**
 * Returns whether the text has the form of an address with a domain.
 *
 * The pattern is that of <input type="email"> in HTML, with at least one dot in the
 * domain. Whether mail arrives there only a message can show.
 */
function isEmail(text) {
  return text.length <= 254 && email.test(text);
}

function main() {
  const texts = ['ada@example.com', 'first.last+tag@mail.example.org', 'ada@localhost', 'two@@example.com', 'no at.com'];
  for (const text of texts) {
    console.log(`${text}: ${isEmail(text) ? 'valid' : 'not valid'}`);
  }
}

main();
