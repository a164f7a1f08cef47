#!/bin/sh
# The browser tests drive Debian's Chromium; install it where that is allowed, else say the one command.
command -v chromium >/dev/null 2>&1 && exit 0
command="apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-core"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    sh -c "$command"
else
    echo "The browser tests need Chromium. Install it once with:" >&2
    echo "    sudo sh -c '$command'" >&2
    exit 1
fi
