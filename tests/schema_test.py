#!/usr/bin/python3
"""Checks `protokoll schema` against the JSON Schema metaschema (2020-12), and the JSON of every sample and case against it.

    schema_test.py PROTOKOLL
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

import cases


def complaints(tool):
    schema = json.loads(subprocess.run([tool, "schema"], check=True, capture_output=True).stdout)
    validator = jsonschema.Draft202012Validator
    if schema.get("$schema") != validator.META_SCHEMA["$id"]:
        yield f"schema: $schema is {schema.get('$schema')!r}"
    validator.check_schema(schema)
    # A schema that lets everything pass would prove nothing.
    if validator(schema).is_valid({"schema": "protokoll/1", "agenda": "none"}):
        yield "schema: accepts an agenda that is no list"
    count = 0
    for folder in (cases.CASES, cases.ROOT / "samples"):
        for document in cases.documents(folder):
            case = cases.Case(tool, document, accept=False)
            output = case.run(["convert", "--to", "json"])
            yield from (f"{document.name}: {complaint}" for complaint in case.complaints)
            minutes = json.loads(output)
            count += 1
            for error in validator(schema).iter_errors(minutes):
                yield f"{document.name}: {error.json_path}: {error.message[:300]}"
    print(f"{count} documents against the schema")
    if count == 0:
        yield "no documents"


def main():
    found = list(complaints(str(pathlib.Path(sys.argv[1]).resolve())))
    for complaint in found:
        print(complaint)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
