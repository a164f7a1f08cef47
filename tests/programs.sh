#!/bin/sh
# Programs that the tests drive: Debian's Chromium, which they need, and Tesseract, without which the
# tests of scans skip. Both are installed where that is allowed, else the one command is said.
have() { command -v "$1" >/dev/null 2>&1; }
have chromium && have tesseract && exit 0
command="apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-core \
tesseract-ocr tesseract-ocr-vie"
if [ "$(id -u)" = 0 ] && have apt-get; then
    sh -c "$command"
else
    echo "The tests drive Chromium and Tesseract. Install them once with:" >&2
    echo "    sudo sh -c '$command'" >&2
    have chromium
fi
