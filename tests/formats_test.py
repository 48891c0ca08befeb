#!/usr/bin/python3
"""Calendars, schema.org and OParl, each read back by somebody else or held against what its makers ask for.

    formats_test.py PROTOKOLL [unittest arguments]

Of OParl 1.1 (schema/*.json of OParl/spec) the types of the properties that are written stand here. Calendars need python3-icalendar: skipped without.
"""
import datetime
import json
import re
import sys

import archive
import cases

MINUTES = """# Protokoll der 3. Vorstandssitzung des Radvereins Beispielhafen e. V.

Datum: 9. November 2017, 18:00 – 19:30 Uhr
Ort: Werkstatt, Hafenstraße 3
Anwesend: Jana Probst (Vorsitz), Dr. Ulf Kern

## TOP 1 Dachrinne; Anstrich, Farbe

Beschluss: Die Rinne wird erneuert.

Abstimmung: 5 Ja, 1 Nein, 0 Enthaltungen

## TOP 2 Beitrag

Der Punkt wird vertagt.

## TOP 3 Termine

Nächste Sitzung: 14. Dezember 2017, 18:30 Uhr, Werkstatt; Hof, hinten
"""
NO_TIME = "# Minutes of the board, 9 November 2017\n\n## 1. Roof\n\nIt leaks.\n\nNext meeting: 14 December 2017\n"
OPARL = {
    "Meeting": {"id": str, "type": str, "name": str, "start": str, "end": str, "location": dict, "organization": list, "participant": list, "agendaItem": list},
    "AgendaItem": {"id": str, "type": str, "meeting": str, "number": str, "order": int, "name": str, "public": bool, "result": str, "resolutionText": str},
    "Organization": {"id": str, "type": str, "name": str},
    "Person": {"id": str, "type": str, "name": str, "formOfAddress": str, "title": list, "membership": list},
    "Membership": {"id": str, "type": str, "person": str, "organization": str, "role": str},
    "Location": {"id": str, "type": str, "description": str},
}


class Formats(archive.Batch):
    def written(self, text, format_, name="m.md"):
        self.file(name, text)
        return self.run_tool("convert", name, "--to", format_).stdout

    def every(self, format_):
        """Of all samples and cases."""
        for folder in (cases.ROOT / "samples", cases.CASES):
            for document in cases.documents(folder):
                self.file(f"all/{folder.name}/{document.name}", document.read_bytes())
        return self.run_tool("convert", "all", "--to", format_).stdout


class Calendar(Formats):
    def setUp(self):
        super().setUp()
        try:
            import icalendar
        except ImportError:
            self.skipTest("python3-icalendar is not there")
        self.icalendar = icalendar

    def events(self, text):
        return [event for calendar in self.icalendar.Calendar.from_ical(text, multiple=True) for event in calendar.walk("VEVENT")]

    def test_event(self):
        text = self.written(MINUTES, "ics")
        event, = self.events(text)
        self.assertEqual(event["DTSTART"].dt, datetime.datetime(2017, 12, 14, 18, 30))
        self.assertIsNone(event["DTSTART"].dt.tzinfo)
        self.assertIn("14. Dezember 2017", event["DESCRIPTION"])
        self.assertIn("Werkstatt", event["LOCATION"])
        self.assertEqual(event["DTSTAMP"].dt.date(), datetime.date(2017, 11, 9))
        self.assertTrue(event["SUMMARY"])
        self.assertTrue(all(len(line) <= 75 for line in text.split(b"\r\n")), text)
        self.assertNotRegex(text, rb"(?<!\r)\n")

    def test_uid_is_stable(self):
        uid = self.events(self.written(MINUTES, "ics"))[0]["UID"]
        self.assertEqual(self.events(self.written(MINUTES + "\nNoch ein Satz.\n", "ics", "other.md"))[0]["UID"], uid)
        self.assertNotEqual(self.events(self.written(MINUTES.replace("14. Dezember", "15. Dezember"), "ics"))[0]["UID"], uid)

    def test_day_alone(self):
        event, = self.events(self.written(NO_TIME, "ics"))
        self.assertEqual(event["DTSTART"].dt, datetime.date(2017, 12, 14))
        self.assertNotIn("DTEND", event)
        self.assertNotIn("LOCATION", event)

    def test_days_and_marks(self):
        text = NO_TIME.replace("14 December 2017", "30–31 December 2017 in Café Müller, room 3; upstairs, behind the stage of the großer Bürgersaal am Rathausplatz")
        event, = self.events(self.written(text, "ics"))
        self.assertEqual((event["DTSTART"].dt, event["DTEND"].dt), (datetime.date(2017, 12, 30), datetime.date(2018, 1, 1)))
        self.assertIn("room 3; upstairs, behind", event["DESCRIPTION"])

    def test_none_announced(self):
        self.assertEqual(self.written("# Minutes of the board, 9 November 2017\n\n## 1. Roof\n\nIt leaks.\n", "ics"), b"")

    def test_every_document(self):
        events = self.events(self.every("ics"))
        announced = [announcement for line in self.run_tool("convert", "all", "--to", "ndjson").stdout.splitlines() for announcement in json.loads(line)["meeting"].get("next", [])]
        certain = [announcement for announcement in announced if re.fullmatch(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", announcement.get("date", ""))]
        self.assertGreater(len(events), 10)
        self.assertEqual(sorted(str(event.get("DESCRIPTION", "")) for event in events), sorted(announcement.get("text", "") for announcement in certain))


class SchemaOrg(Formats):
    def test_event(self):
        event = json.loads(self.written(MINUTES, "jsonld"))
        self.assertEqual((event["@context"], event["@type"]), ("https://schema.org", "Event"))
        self.assertEqual((event["startDate"], event["endDate"]), ("2017-11-09T18:00:00", "2017-11-09T19:30:00"))
        self.assertEqual([person["name"] for person in event["attendee"]], ["Jana Probst", "Ulf Kern"])
        self.assertEqual(event["location"]["@type"], "Place")
        self.assertEqual([thing["name"] for thing in event["about"]], ["Dachrinne; Anstrich, Farbe", "Beitrag", "Termine"])

    def test_day_alone(self):
        self.assertEqual(json.loads(self.written(NO_TIME, "jsonld"))["startDate"], "2017-11-09")

    def test_every_document(self):
        lines = self.every("jsonld").splitlines()
        self.assertGreater(len(lines), 100)
        for event in map(json.loads, lines):
            self.assertRegex(event.get("startDate", "2017-11-09"), r"^\d{4}-\d\d-\d\d(T[0-2]\d:[0-5]\d:00)?$")
            self.assertTrue(all(thing["@type"] == "Person" for thing in event.get("attendee", [])))


class OParl(Formats):
    def held(self, value):
        """Objects of OParl in a value, each checked."""
        if isinstance(value, list):
            for entry in value:
                yield from self.held(entry)
        if not isinstance(value, dict) or "type" not in value:
            return
        kind = value["type"].removeprefix("https://schema.oparl.org/1.1/")
        self.assertIn(kind, OPARL)
        self.assertRegex(value["id"], r"^https://")
        for name, entry in value.items():
            if not name.startswith("protokoll:"):
                self.assertIsInstance(entry, OPARL[kind].get(name, type(None)), f"{kind}.{name}")
                yield from self.held(entry)
        yield value

    def test_meeting(self):
        data = json.loads(self.written(MINUTES, "oparl"))["data"]
        meeting = data[0]
        self.assertEqual(meeting["start"], "2017-11-09T18:00:00")
        first, second, _ = meeting["agendaItem"]
        self.assertEqual((first["number"], first["result"], first["order"]), ("1", "angenommen", 1))
        self.assertEqual(first["resolutionText"], "Die Rinne wird erneuert.")
        self.assertEqual(second["result"], "vertagt")
        self.assertEqual({person["id"] for person in data if person["type"].endswith("Person")}, set(meeting["participant"]))

    def test_every_document(self):
        lines = self.every("oparl").splitlines()
        self.assertGreater(len(lines), 100)
        for line in lines:
            objects = list(self.held(json.loads(line)["data"]))
            ids = [held["id"] for held in objects]
            self.assertEqual(len(ids), len(set(ids)), "ids are unique")
            # What is referred to is there.
            for held in objects:
                for name in ("organization", "participant", "meeting", "person"):
                    references = held.get(name, [])
                    for reference in references if isinstance(references, list) else [references]:
                        self.assertIn(reference, ids)


if __name__ == "__main__":
    sys.exit(archive.main())
