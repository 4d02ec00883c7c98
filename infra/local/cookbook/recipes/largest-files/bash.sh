#!/usr/bin/env bash
# Lists the largest files below a folder, with their size in bytes.
# Usage: bash largest.sh [FOLDER] [COUNT], the current folder and 10 by default
set -euo pipefail

folder="${1:-.}"
count="${2:-10}"

if [[ ! -d "$folder" ]]; then
  echo "$folder is no folder" >&2
  exit 1
fi

# Names end with a zero byte, so that one with a line break stays one.
find "$folder" -type f -printf '%s\t%p\0' | sort -z -n -r | sed -z -n "1,${count}p" | tr '\0' '\n'
