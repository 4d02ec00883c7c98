/** `1,234`. */
export function countOf(count: number): string {
  return count.toLocaleString('en');
}
