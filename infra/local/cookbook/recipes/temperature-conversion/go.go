package main

import "fmt"

func toFahrenheit(celsius float64) float64 { return celsius*9/5 + 32 }

func toCelsius(fahrenheit float64) float64 { return (fahrenheit - 32) * 5 / 9 }

func main() {
	for _, celsius := range []float64{-40, 0, 37, 100} {
		fmt.Printf("%.1f C = %.1f F\n", celsius, toFahrenheit(celsius))
	}
	fmt.Printf("%.1f F = %.1f C\n", 212.0, toCelsius(212))
}
