"""Convert temperatures between Celsius and Fahrenheit."""


def to_fahrenheit(celsius: float) -> float:
    return celsius * 9 / 5 + 32


def to_celsius(fahrenheit: float) -> float:
    return (fahrenheit - 32) * 5 / 9


def main() -> None:
    for celsius in (-40, 0, 37, 100):
        print(f"{celsius:.1f} C = {to_fahrenheit(celsius):.1f} F")
    print(f"{212:.1f} F = {to_celsius(212):.1f} C")


if __name__ == "__main__":
    main()
