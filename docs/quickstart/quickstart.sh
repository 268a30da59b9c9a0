#!/bin/sh
# Podium with curl: sh quickstart.sh
#
# PODIUM is the address of the API, if it is not the one of the local stack; PODIUM_KEY is a key, where reading needs one.

set -eu
podium=${PODIUM:-http://127.0.0.1:8080}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ask() {
  curl -fsS ${PODIUM_KEY:+-H "Authorization: Bearer $PODIUM_KEY"} "$@"
}

echo '== Search: who asked about Korea, in French'
ask -G "$podium/v1/exchanges" --data-urlencode 'q=corée' -d language=fr -d size=2
echo

echo '== Walk: everything on it, a page at a time; the Link header names the next one, until there is none'
next="$podium/v1/exchanges?q=cor%C3%A9e&language=fr&size=2"
pages=0
while [ -n "$next" ]; do
  ask -D "$work/headers" -o "$work/page-$pages.json" "$next"
  pages=$((pages + 1))
  next=$(sed -n 's/^[Ll]ink: <\([^>]*\)>; rel="next".*/\1/p' "$work/headers")
done
echo "$pages pages"

echo '== Prove: the page as it came, its text, the quote, and how to verify them'
id=$(sed -n 's/.*"items":\[{"id":"\([a-z2-7]*\)".*/\1/p' "$work/page-0.json")
ask -o "$work/evidence.zip" "$podium/v1/exchanges/$id/evidence"
(cd "$work" && unzip -q evidence.zip && cd "evidence-$id"-* && sha256sum -c SHA256SUMS)
