const toFahrenheit = (celsius) => (celsius * 9) / 5 + 32;

const toCelsius = (fahrenheit) => ((fahrenheit - 32) * 5) / 9;

function main() {
  for (const celsius of [-40, 0, 37, 100]) {
    console.log(`${celsius.toFixed(1)} C = ${toFahrenheit(celsius).toFixed(1)} F`);
  }
  console.log(`${(212).toFixed(1)} F = ${toCelsius(212).toFixed(1)} C`);
}

main();
