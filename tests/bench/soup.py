"""What a user might write instead: the agenda of a tabbed document with BeautifulSoup on lxml, as JSON."""
import json
import re
import sys

from bs4 import BeautifulSoup

ROW = re.compile(r"^(\S+)\t(.*)$")


def convert(path):
    head, agenda = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = ROW.match(line)
            if not row:
                head.append(line.strip())
                continue
            soup = BeautifulSoup(row[2], "lxml")
            title = soup.find("b")
            agenda.append({"number": row[1].rstrip("."), "title": title.get_text(" ", strip=True) if title else "",
                           "paragraphs": [p.get_text(" ", strip=True) for p in soup.find_all("p")],
                           "items": [li.get_text(" ", strip=True) for li in soup.find_all("li")]})
    return {"name": path, "head": head, "agenda": agenda}


for name in sys.stdin.read().splitlines():
    print(json.dumps(convert(name), ensure_ascii=False))
