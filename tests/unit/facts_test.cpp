#include "catch.hpp"
#include "sample.hpp"

TEST_CASE("facts: one a line, in document order") {
  CHECK(protokoll::write(sample::minutes(), "facts") ==
        "language\tde\n"
        "title\tSitzung des Hafenvereins\n"
        "date\t2019-03-12\n"
        "start\t18:00\n"
        "present\tMia Lund\tWerft\n"
        "item\t1\t3\tHaushalt; \"Plan\"\tTOP 3.\n"
        "presenter\t1\tMia Lund\tWerft\n"
        "section\t1\tdecisions\tBeschluss:\n"
        "decision\t1\tdecision\t=Der Plan gilt.\tadopted\tlabel (low)\t\t2019-05-01\n"
        "vote\t1\t5\t1\t-\tadopted\tphrase\n"
        "vote\t1\tu\t-\t-\t-\tphrase\n"
        "action\t1\tBericht schreiben\tMia Lund;Ole Krug\t\tlabel\n"
        "attachment\t1\tAnlage 2\n"
        "item\t2\t3.1\tUmlage\n"
        "status\t2\tdeferred\n"
        "public\t2\tfalse\n"
        "next\t2019-04-09\tKontor\n"
        "person\tMia Lund\tFrau Lund\tWerft\t3\n"
        "residue\tSeite 1\n"
        "diagnostic\tPK001\twarning\tsays \"nothing\"\n");
}

TEST_CASE("facts: what stands outside the items has ordinal 0; line ends become spaces") {
  protokoll::Minutes minutes;
  minutes.decisions = {{.text = "a\nb\r\n  c"}};
  minutes.attachments = {{.label = "Anlage 1"}, {.label = "Anlage 2", .items = {"1"}}};
  CHECK(protokoll::write(minutes, "facts") == "decision\t0\tdecision\ta b c\t-\tlabel\nattachment\t0\tAnlage 1\n");
}
