#!/usr/bin/env bash
# Backs up a folder into a dated archive and keeps the newest seven.
# Usage: bash backup.sh FOLDER TARGET
set -euo pipefail

keep=7

if (($# != 2)); then
  echo "usage: backup.sh FOLDER TARGET" >&2
  exit 2
fi
if [[ ! -d "$1" ]]; then
  echo "$1 is no folder" >&2
  exit 1
fi

folder="$(cd "$1" && pwd)"
mkdir -p "$2"
target="$(cd "$2" && pwd)"
case "$target/" in
  "$folder/"*)
    echo "the target must not lie inside the folder: each backup would hold the ones before" >&2
    exit 1
    ;;
esac

name="$(basename "$folder")"
archive="$target/$name-$(date +%Y-%m-%dT%H-%M-%S).tar.gz"

# Under another name until it is whole, so that a broken backup never looks like a good one.
trap 'rm -f "$archive.part"' EXIT
tar -czf "$archive.part" -C "$(dirname "$folder")" "$name"
mv "$archive.part" "$archive"
echo "saved $archive"

# The names sort by time; all but the last ones go.
archives=("$target/$name"-????-??-??T??-??-??.tar.gz)
for ((i = 0; i < ${#archives[@]} - keep; i++)); do
  rm -f "${archives[i]}"
done
