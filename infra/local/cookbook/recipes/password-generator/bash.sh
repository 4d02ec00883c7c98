#!/usr/bin/env bash
# Prints a random password. Usage: bash password.sh [LENGTH], 16 by default, at least 8.
set -euo pipefail

length="${1:-16}"
if ! [[ "$length" =~ ^[0-9]+$ ]] || ((length < 8 || length > 256)); then
  echo "length must be a number from 8 to 256, not $length" >&2
  exit 2
fi

# Tries until each group of characters is in it, which the first attempt usually reaches.
while true; do
  password="$(LC_ALL=C tr -dc 'A-Za-z0-9!#$%&*+=?@_-' < <(head -c 8192 /dev/urandom) | cut -c "1-$length")"
  if [[ "$password" == *[a-z]* && "$password" == *[A-Z]* && "$password" == *[0-9]* && "$password" == *[!A-Za-z0-9]* ]]; then
    echo "$password"
    exit 0
  fi
done
