#!/usr/bin/env python3
"""Podium with Python 3.8 or later and its standard library: python3 quickstart.py

PODIUM is the address of the API, if it is not the one of the local stack; PODIUM_KEY is a key, where reading needs one.
"""

import csv
import datetime
import hashlib
import io
import json
import os
import sys
import urllib.parse
import urllib.request
import zipfile

PODIUM = os.environ.get("PODIUM", "http://127.0.0.1:8080")
KEY = os.environ.get("PODIUM_KEY")


def get(address):
    request = urllib.request.Request(address)
    if KEY:
        request.add_header("Authorization", "Bearer " + KEY)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def exchanges(**search):
    """Every exchange that a search finds, however many there are."""
    address = PODIUM + "/v1/exchanges?" + urllib.parse.urlencode({"size": 50, **search}, doseq=True)
    while address:
        page = json.loads(get(address))
        yield from page["items"]
        address = page["next"]


def cut(text, span):
    """Offsets count code points, as Python's strings do."""
    return text[span["start"] : span["end"]]


def main():
    sys.stdout.reconfigure(encoding="utf-8")

    print("== Search: what was said on Korea, the newest first, and the words that were found")
    for found in exchanges(q="corée OR korea", sort="newest"):
        answer = found["answer"]["text"] if found["answer"] else ""
        words = {cut(answer, span) for span in found["highlights"]["answer"]}
        print(found["briefing"]["date"], found["briefing"]["language"], found["permalink"], *sorted(words))

    print("== Table: all questions in English, for a spreadsheet")
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["date", "asker", "question", "answer", "permalink", "sha256"])
    for found in exchanges(language="en", kind="question"):
        rows.writerow(
            [
                found["briefing"]["date"],
                found["question"]["asker"]["label"],
                found["question"]["text"],
                found["answer"]["text"] if found["answer"] else "",
                found["permalink"],
                found["revision"]["sha256"],
            ]
        )
    print(table.getvalue())

    print("== Changes: what publishers added, edited and took back since yesterday")
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    page = {"more": True, "next": f"{PODIUM}/v1/changes?since={yesterday}"}
    while page["more"]:
        page = json.loads(get(page["next"]))
        for change in page["items"]:
            print(change["recordedAt"], change["kind"], change["briefing"]["url"])
    print("to be asked next time:", page["next"])

    print("== Prove: the words stand in the page that the exchange names")
    quote = next(exchanges(kind="question", answered="here"))
    evidence = zipfile.ZipFile(io.BytesIO(get(quote["evidence"])))
    files = {name.split("/")[-1]: evidence.read(name) for name in evidence.namelist()}
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest, name
    page = files["page.txt"].decode("utf-8")
    for segment in quote["question"]["segments"]:
        print(cut(page, segment))
    print("whole:", ", ".join(sorted(files)))


if __name__ == "__main__":
    main()
