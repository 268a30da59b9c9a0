#!/usr/bin/env python3
"""Checks the evidence beside this file: python3 verify.py

It needs nothing but Python 3.8 or later. It says what it looked at, and ends with 1 if anything is wrong.
"""

import base64
import gzip
import hashlib
import html.parser
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
UNSEEN = {"script", "style", "template", "title", "iframe", "noembed", "noframes", "xmp"}
SPACE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200b\ufeff]+")
MARKDOWN = re.compile(
    r"\\(?:([!-/:-@\[-`{-~])|(?=\r?\n))|</?(?:s|del|strike|em|strong|b|i|u|sup|sub|span|br)(?: [^>\n]{0,190})?>"
)


def read(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def fold(text):
    """Runs of white space and of what cannot be seen count as one space."""
    return SPACE.sub(" ", text).strip()


def moment(time):
    """A time without zeros at the end of its fraction."""
    second, _, fraction = time.rstrip("Z").partition(".")
    return second, fraction.rstrip("0")


class Visible(html.parser.HTMLParser):
    """The text of a piece of HTML, its markup dropped."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.unseen = 0

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if tag in UNSEEN and self.unseen:
            self.unseen -= 1

    def handle_data(self, data):
        if not self.unseen:
            self.pieces.append(data)


def without_markup(piece, content_type):
    if "html" in content_type:
        reader = Visible()
        reader.feed(piece)
        reader.close()
        return "".join(reader.pieces)
    if "markdown" in content_type:
        return MARKDOWN.sub(lambda found: found.group(1) or "", piece)
    return piece


def records(warc):
    """The records of an unpacked WARC file: their headers, in lower case, and their blocks."""
    at = 0
    while at < len(warc):
        end = warc.index(b"\r\n\r\n", at)
        lines = warc[at:end].decode("utf-8").split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            headers[name.strip().lower()] = value.strip()
        start = end + 4
        length = int(headers["content-length"])
        yield headers, warc[start : start + length]
        at = start + length + 4


class Check:
    def __init__(self):
        self.wrong = 0

    def that(self, right, text):
        print(("ok     " if right else "WRONG  ") + text)
        if not right:
            self.wrong += 1

    def checksums(self):
        for line in read("SHA256SUMS").decode("utf-8").splitlines():
            digest, name = line.split("  ", 1)
            self.that(hashlib.sha256(read(name)).hexdigest() == digest, "checksum of " + name)

    def page(self, exchange):
        """The body in the WARC record is the one that the exchange names; returns its type and text."""
        revision = exchange["revision"]
        found = [r for r in records(gzip.decompress(read("page.warc.gz"))) if r[0]["warc-type"] == "response"]
        self.that(len(found) == 1, "page.warc.gz has one response")
        headers, block = found[0]
        head, body = block.split(b"\r\n\r\n", 1)
        digest = hashlib.sha256(body).hexdigest()
        self.that(digest == revision["sha256"], "the page's body has the SHA-256 " + digest)
        # In hex, or in the base32 that WARC files are used to.
        declared = headers.get("warc-payload-digest", "").lower()
        base32 = base64.b32encode(hashlib.sha256(body).digest()).decode("ascii").lower()
        right = declared in ("sha256:" + digest, "sha256:" + base32, "sha256:" + base32.rstrip("="))
        self.that(right, "the WARC record declares the same digest")
        self.that(moment(headers["warc-date"]) == moment(revision["fetchedAt"]), "it was captured at " + headers["warc-date"])
        print("       address: " + headers["warc-target-uri"])
        content_type = ""
        for line in head.decode("iso-8859-1").split("\r\n")[1:]:
            if line.lower().startswith("content-type:"):
                content_type = line.split(":", 1)[1].strip().lower()
        return content_type, body

    def text(self, body, charset):
        """page.txt is the body, decoded."""
        text = read("page.txt").decode("utf-8")
        try:
            decoded = body.decode(charset, errors="replace")
        except LookupError:
            print("note   Python does not know " + charset + ": page.txt is not compared with the body")
            return text
        if decoded.startswith("\ufeff"):
            decoded = decoded[1:]
        if decoded == text:
            self.that(True, "page.txt is the body, decoded as " + charset)
        else:
            at = next((i for i, (a, b) in enumerate(zip(decoded, text)) if a != b), min(len(decoded), len(text)))
            # Decoders differ on bytes that are no characters of the charset, and only there.
            print(f"note   page.txt differs from Python's decoding as {charset} from character {at} on: damaged bytes?")
        return text

    def cuts(self, exchange, text, content_type):
        """The segments, cut out of page.txt, are the exchange's texts."""
        cuts = []
        if exchange["question"]:
            cuts.append(("question", exchange["question"]))
        for part in (exchange["answer"] or {"parts": []})["parts"]:
            cuts.append(("answer", part))
        self.that(bool(cuts), "the exchange has texts")
        for name, piece in cuts:
            segments = piece["segments"]
            cut = "\n".join(without_markup(text[s["start"] : s["end"]], content_type) for s in segments)
            where = ", ".join(f"{s['start']}-{s['end']}" for s in segments)
            self.that(fold(cut) == fold(piece["text"]), f"the {name} stands at {where}: {fold(cut)[:60]}")


def main():
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    check = Check()
    check.checksums()
    exchange = json.loads(read("exchange.json").decode("utf-8"))
    content_type, body = check.page(exchange)
    text = check.text(body, exchange["revision"]["charset"])
    check.cuts(exchange, text, content_type)
    print("all of it is right" if check.wrong == 0 else f"{check.wrong} checks failed")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
