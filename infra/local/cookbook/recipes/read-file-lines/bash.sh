#!/usr/bin/env bash
# Reads a file line by line. Usage: bash read-lines.sh FILE
set -euo pipefail

if (($# != 1)); then
  echo "usage: read-lines.sh FILE" >&2
  exit 2
fi

number=0
# IFS= keeps blanks at the edges of a line, -r keeps backslashes, and the last test takes a
# last line that has no line end.
while IFS= read -r line || [[ -n "$line" ]]; do
  number=$((number + 1))
  printf '%d: %s\n' "$number" "$line"
done < "$1"
