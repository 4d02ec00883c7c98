/**
 * Returns a function that calls `action` once it has not been called for `delayMs`, with the
 * arguments of the last call. `cancel()` drops a call that waits.
 */
function debounce(action, delayMs) {
  let timer;
  const debounced = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), delayMs);
  };
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}

function main() {
  const save = debounce((text) => console.log('saved:', text), 20);
  for (const text of ['h', 'he', 'hello']) save(text);
  console.log('typed: hello');
}

main();
