-- The register of an archive of minutes: one SQLite database that `protokoll register ARCHIVE -o register.sqlite` writes.
-- Names that stand here stay; tables, columns and views may be added. What the minutes do not say is NULL. Dates are EDTF (ISO 8601-2
-- level 1: 2017-11-09, 2018-02), times HH:MM, languages BCP 47. A span is the half-open range of bytes of the document's file,
-- [span_begin, span_end). `id`s follow the documents' names and, within one, the places of what they number; they may change whenever
-- a register is built anew.
PRAGMA user_version = 1;
PRAGMA application_id = 1349676916; -- "Prot"

-- What the register was made with: 'options' is a fingerprint of all that decides about its content beside the documents.
CREATE TABLE register (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One file of minutes. `head` and `tail` are the text before the first item and behind the last.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  encoding TEXT,
  dialect TEXT,
  language TEXT,
  title TEXT,
  head TEXT,
  tail TEXT
);

-- The meeting that a document tells of. OParl: Meeting.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  title TEXT,
  series TEXT,
  ordinal INTEGER,
  organization TEXT,
  date TEXT,
  start_time TEXT,
  end_time TEXT,
  location TEXT,
  body TEXT,      -- who met, and in what kind of meeting: made of organization, series and title, equal for two meetings of the same
  gathering TEXT
);

-- Where a meeting's values stand, and the words from which they were derived.
CREATE TABLE stated (
  meeting INTEGER NOT NULL REFERENCES meeting,
  field TEXT NOT NULL, -- a column of meeting
  printed TEXT,
  reason TEXT,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (meeting, field)
) WITHOUT ROWID;

-- A point of the agenda. OParl: AgendaItem.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  parent INTEGER REFERENCES item,
  position INTEGER NOT NULL, -- from 1, over all items of the meeting in their order
  depth INTEGER NOT NULL,    -- 0: no parent
  number TEXT,               -- as printed
  label TEXT,
  title TEXT,
  subtitle TEXT,
  status TEXT NOT NULL CHECK (status IN ('treated', 'deferred', 'withdrawn')),
  public INTEGER CHECK (public IN (0, 1)),
  language TEXT,             -- where it is another than the document's
  text TEXT,                 -- all that stands under it, without its title and the items in it
  recognised_by TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- What was decided; item is NULL where it stands outside every item. OParl: AgendaItem.resolutionText and .result.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  item INTEGER REFERENCES item,
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'agreement', 'recommendation', 'noted', 'election', 'discharge')),
  label TEXT,
  text TEXT,
  outcome TEXT CHECK (outcome IN ('adopted', 'rejected', 'deferred')),
  level TEXT,
  due TEXT,
  recognised_by TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'low')),
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- A vote; decision is NULL where it is bound to none.
CREATE TABLE vote (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  item INTEGER REFERENCES item,
  decision INTEGER REFERENCES decision,
  yes INTEGER,
  no INTEGER,
  abstain INTEGER,
  unanimous INTEGER NOT NULL CHECK (unanimous IN (0, 1)),
  outcome TEXT CHECK (outcome IN ('adopted', 'rejected', 'deferred')),
  text TEXT,
  recognised_by TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'low')),
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- Something that somebody has to do.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  item INTEGER REFERENCES item,
  text TEXT,
  due TEXT,
  done INTEGER CHECK (done IN (0, 1)), -- where a box or a column says so
  recognised_by TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'low')),
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- A human being in one meeting, gathered over the whole document. OParl: Person.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  name TEXT NOT NULL,
  title TEXT,         -- academic
  aliases TEXT,       -- other names in the document, a line each
  affiliations TEXT,  -- a line each
  mentions INTEGER NOT NULL,
  span_begin INTEGER NOT NULL, -- of the first mention
  span_end INTEGER NOT NULL
);

-- Who was there, who was not, and in which office. person is NULL where the name alone does not settle who it is.
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  kind TEXT NOT NULL CHECK (kind IN ('present', 'excused', 'absent', 'guest', 'chair', 'secretary')),
  person INTEGER REFERENCES person,
  name TEXT,
  honorific TEXT,
  title TEXT,
  affiliation TEXT,
  role TEXT,
  arrived TEXT,
  departed TEXT,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- Who has a part in an item (presents it) or in a task (has to do it).
CREATE TABLE part (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  item INTEGER REFERENCES item,
  task INTEGER REFERENCES task,
  person INTEGER REFERENCES person,
  name TEXT,
  honorific TEXT,
  title TEXT,
  affiliation TEXT,
  role TEXT,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  CHECK ((item IS NULL) <> (task IS NULL))
);

-- A paper that the minutes name. OParl: File.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  label TEXT NOT NULL,
  description TEXT,
  span_begin INTEGER NOT NULL, -- of the first mention
  span_end INTEGER NOT NULL
);

-- Which items and decisions refer to an attachment.
CREATE TABLE attachment_use (
  attachment INTEGER NOT NULL REFERENCES attachment,
  item INTEGER REFERENCES item,
  decision INTEGER REFERENCES decision,
  CHECK (item IS NOT NULL OR decision IS NOT NULL)
);

-- A meeting of the same body that was announced.
CREATE TABLE next_meeting (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting, -- in which it was announced
  date TEXT,
  start_time TEXT,
  location TEXT,
  name TEXT,
  text TEXT,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL
);

-- What is said in the words of an item or a decision about an earlier meeting.
CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting,
  item INTEGER REFERENCES item,
  decision INTEGER REFERENCES decision,
  kind TEXT NOT NULL CHECK (kind IN ('amends', 'repeals', 'executes', 'deferred', 'done')),
  date TEXT,   -- of the earlier meeting
  number TEXT, -- of the earlier decision or item
  words TEXT NOT NULL
);

-- What one meeting has to do with another, of the same body. Whatever several things could be meant by is no link.
--   takes_up  item → item that was deferred
--   amends, repeals  decision → decision
--   executes  item → decision
--   done  item or task → task
CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('takes_up', 'amends', 'repeals', 'executes', 'done')),
  from_item INTEGER REFERENCES item,
  from_decision INTEGER REFERENCES decision,
  from_task INTEGER REFERENCES task,
  to_item INTEGER REFERENCES item,
  to_decision INTEGER REFERENCES decision,
  to_task INTEGER REFERENCES task,
  rests_on TEXT NOT NULL CHECK (rests_on IN ('title', 'date', 'date and number', 'date and title', 'number', 'text')),
  words TEXT,  -- that say so
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'low'))
);

-- A human being over all meetings of a body.
CREATE TABLE human (
  id INTEGER PRIMARY KEY,
  body TEXT,
  name TEXT NOT NULL
);

-- Which person of a meeting is which human being: by the same name, by initial or family name where only one of the body bears it, or as the user's
-- file of aliases says. Who could be several is in no row; see name_collisions.
CREATE TABLE same_person (
  person INTEGER PRIMARY KEY REFERENCES person,
  human INTEGER NOT NULL REFERENCES human,
  rests_on TEXT NOT NULL CHECK (rests_on IN ('name', 'initial', 'family name', 'alias'))
);

CREATE INDEX same_person_human ON same_person (human);
CREATE INDEX mention_meeting ON mention (meeting);
CREATE INDEX link_from_item ON link (from_item);
CREATE INDEX link_from_decision ON link (from_decision);
CREATE INDEX link_to_item ON link (to_item);
CREATE INDEX link_to_decision ON link (to_decision);
CREATE INDEX link_to_task ON link (to_task);
CREATE INDEX meeting_body ON meeting (body, date);
CREATE INDEX meeting_document ON meeting (document);
CREATE INDEX item_meeting ON item (meeting);
CREATE INDEX item_parent ON item (parent);
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX decision_item ON decision (item);
CREATE INDEX vote_meeting ON vote (meeting);
CREATE INDEX vote_item ON vote (item);
CREATE INDEX vote_decision ON vote (decision);
CREATE INDEX task_meeting ON task (meeting);
CREATE INDEX task_item ON task (item);
CREATE INDEX person_meeting ON person (meeting);
CREATE INDEX attendance_meeting ON attendance (meeting);
CREATE INDEX attendance_person ON attendance (person);
CREATE INDEX part_meeting ON part (meeting);
CREATE INDEX part_item ON part (item);
CREATE INDEX part_task ON part (task);
CREATE INDEX part_person ON part (person);
CREATE INDEX attachment_meeting ON attachment (meeting);
CREATE INDEX attachment_use_attachment ON attachment_use (attachment);
CREATE INDEX attachment_use_item ON attachment_use (item);
CREATE INDEX attachment_use_decision ON attachment_use (decision);
CREATE INDEX next_meeting_meeting ON next_meeting (meeting);

-- Full text: WHERE decision_text MATCH 'fee OR levy', joined by rowid with the table's id. Letters are compared without case and accents.
CREATE VIRTUAL TABLE item_text USING fts5(title, text, content='item', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE decision_text USING fts5(text, content='decision', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE task_text USING fts5(text, content='task', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE document_text USING fts5(title, head, tail, content='document', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

-- How many bytes of each are gathered before they are written: a register is made in little memory.
INSERT INTO item_text (item_text, rank) VALUES ('hashsize', 524288);
INSERT INTO decision_text (decision_text, rank) VALUES ('hashsize', 131072);
INSERT INTO task_text (task_text, rank) VALUES ('hashsize', 131072);
INSERT INTO document_text (document_text, rank) VALUES ('hashsize', 131072);

-- What was decided, in the order of time.
CREATE VIEW decision_register AS
SELECT decision.id AS decision, meeting.date, meeting.organization, meeting.series, meeting.ordinal, meeting.title AS meeting, item.number, item.title AS item,
       decision.kind, decision.text, coalesce(decision.outcome, vote.outcome) AS outcome, vote.yes, vote.no, vote.abstain, vote.unanimous, decision.due,
       decision.confidence, document.name AS document, decision.span_begin, decision.span_end
FROM decision
JOIN meeting ON meeting.id = decision.meeting
JOIN document ON document.id = meeting.document
LEFT JOIN item ON item.id = decision.item
LEFT JOIN vote ON vote.decision = decision.id
ORDER BY meeting.date, document.name, decision.id;

-- What nobody has reported as done, what is due first in front.
CREATE VIEW open_tasks AS
SELECT task.id AS task, task.due, (SELECT group_concat(name, ', ') FROM (SELECT name FROM part WHERE part.task = task.id ORDER BY part.id)) AS who, task.text,
       meeting.date, meeting.organization, meeting.series, meeting.title AS meeting, item.number, item.title AS item, task.confidence,
       document.name AS document, task.span_begin, task.span_end
FROM task
JOIN meeting ON meeting.id = task.meeting
JOIN document ON document.id = meeting.document
LEFT JOIN item ON item.id = task.item
WHERE task.done IS NOT 1 AND NOT EXISTS (SELECT 1 FROM link WHERE link.to_task = task.id AND link.kind = 'done')
ORDER BY task.due IS NULL, task.due, meeting.date, document.name, task.id;

-- What was put off and has not come back.
CREATE VIEW deferred_items AS
SELECT item.id AS item, meeting.date, meeting.organization, meeting.series, meeting.ordinal, meeting.title AS meeting, item.number, item.title,
       document.name AS document, item.span_begin, item.span_end
FROM item
JOIN meeting ON meeting.id = item.meeting
JOIN document ON document.id = meeting.document
WHERE (item.status = 'deferred' OR EXISTS (SELECT 1 FROM decision WHERE decision.item = item.id AND decision.outcome = 'deferred'))
  AND NOT EXISTS (SELECT 1 FROM link WHERE link.to_item = item.id AND link.kind = 'takes_up')
ORDER BY meeting.date, document.name, item.id;

-- How often people came to the meetings of a body whose lists of attendance name them.
CREATE VIEW attendance_rate AS
SELECT organization, series, name, sum(present) AS present, sum(excused) AS excused, sum(absent) AS absent, count(*) AS meetings,
       round(1.0 * sum(present) / count(*), 3) AS rate
FROM (SELECT meeting.organization, meeting.series, coalesce(human.name, attendance.name) AS name, meeting.id, max(attendance.kind = 'present') AS present,
             max(attendance.kind = 'excused') > max(attendance.kind = 'present') AS excused,
             max(attendance.kind = 'absent') > max(attendance.kind IN ('present', 'excused')) AS absent
      FROM attendance JOIN meeting ON meeting.id = attendance.meeting
      LEFT JOIN same_person ON same_person.person = attendance.person
      LEFT JOIN human ON human.id = same_person.human
      WHERE attendance.kind IN ('present', 'excused', 'absent') AND attendance.name IS NOT NULL
      GROUP BY meeting.organization, meeting.series, coalesce(human.name, attendance.name), meeting.id)
GROUP BY organization, series, name
ORDER BY organization, series, name;

-- Names that several human beings of a body may bear: a file of aliases settles them (protokoll register --aliases).
CREATE VIEW name_collisions AS
SELECT meeting.organization, person.name, count(*) AS meetings, min(document.name) AS document
FROM person JOIN meeting ON meeting.id = person.meeting JOIN document ON document.id = meeting.document
WHERE meeting.body IS NOT NULL AND NOT EXISTS (SELECT 1 FROM same_person WHERE same_person.person = person.id)
GROUP BY meeting.body, person.name
ORDER BY meeting.organization, person.name;

-- The links with the words at both ends, what came last in front.
CREATE VIEW links AS
SELECT link.kind, later.date, coalesce(decision.text, task.text, item.title) AS "from", earlier.date AS earlier_date,
       coalesce(to_decision.text, to_task.text, to_item.title) AS "to", link.rests_on, link.words, link.confidence,
       later_document.name AS document, earlier_document.name AS earlier_document
FROM link
LEFT JOIN decision ON decision.id = link.from_decision
LEFT JOIN task ON task.id = link.from_task
LEFT JOIN item ON item.id = link.from_item
LEFT JOIN decision AS to_decision ON to_decision.id = link.to_decision
LEFT JOIN task AS to_task ON to_task.id = link.to_task
LEFT JOIN item AS to_item ON to_item.id = link.to_item
JOIN meeting AS later ON later.id = coalesce(decision.meeting, task.meeting, item.meeting)
JOIN meeting AS earlier ON earlier.id = coalesce(to_decision.meeting, to_task.meeting, to_item.meeting)
JOIN document AS later_document ON later_document.id = later.document
JOIN document AS earlier_document ON earlier_document.id = earlier.document
ORDER BY later.date DESC, later_document.name, link.id;

-- Where the numbering of a body's meetings leaves one out or gives one twice: `missing` meetings before this one (negative: so many less than the one before).
CREATE VIEW numbering AS
SELECT organization, series, date, ordinal, before AS ordinal_before, date_before, ordinal - before - 1 AS missing, name AS document
FROM (SELECT meeting.*, document.name, lag(ordinal) OVER before AS before, lag(date) OVER before AS date_before
      FROM meeting JOIN document ON document.id = meeting.document
      WHERE ordinal IS NOT NULL AND date IS NOT NULL AND body IS NOT NULL
      WINDOW before AS (PARTITION BY body, gathering ORDER BY date, document.name))
WHERE ordinal <> before + 1 AND NOT (ordinal = 1)
ORDER BY organization, series, date, document;

-- The meetings that were announced, and which one of the body took place: on that day, or else the next after the announcement.
CREATE VIEW announced_meetings AS
SELECT meeting.organization, meeting.series, meeting.date AS announced_on, next_meeting.date AS announced, coalesce(held.date, following.date) AS took_place,
       held.id IS NOT NULL AS as_announced, announcing.name AS document
FROM next_meeting
JOIN meeting ON meeting.id = next_meeting.meeting
JOIN document AS announcing ON announcing.id = meeting.document
LEFT JOIN meeting AS held ON held.id = (SELECT min(id) FROM meeting AS other WHERE other.body = meeting.body AND other.date = next_meeting.date)
LEFT JOIN meeting AS following ON following.id = (SELECT id FROM meeting AS other WHERE other.body = meeting.body AND other.gathering IS meeting.gathering
                                                  AND other.date > meeting.date ORDER BY date, id LIMIT 1)
WHERE next_meeting.date IS NOT NULL AND meeting.date IS NOT NULL
ORDER BY meeting.organization, meeting.series, next_meeting.date, announcing.name;

-- The collection of resolutions that § 24 (7) WEG asks for, over the whole archive: running number, wording, day and place, what was announced, and which
-- later number amended or repealed it. `missing` names with spaces between them what the minutes do not say.
CREATE VIEW weg_24 AS
WITH numbered AS (
  SELECT row_number() OVER (ORDER BY meeting.date, document.name, decision.id) AS number, decision.id AS decision, meeting.date, meeting.location, decision.text,
         coalesce(decision.outcome, vote.outcome) AS outcome, document.name AS document, decision.span_begin, decision.span_end
  FROM decision
  JOIN meeting ON meeting.id = decision.meeting
  JOIN document ON document.id = meeting.document
  LEFT JOIN vote ON vote.decision = decision.id
  WHERE decision.kind IN ('decision', 'election', 'discharge') AND coalesce(decision.outcome, vote.outcome, '') <> 'deferred'
)
SELECT number, date, location, text, outcome,
       (SELECT group_concat(later.number, ', ') FROM link JOIN numbered AS later ON later.decision = link.from_decision
        WHERE link.to_decision = numbered.decision AND link.kind = 'amends') AS amended_by,
       (SELECT group_concat(later.number, ', ') FROM link JOIN numbered AS later ON later.decision = link.from_decision
        WHERE link.to_decision = numbered.decision AND link.kind = 'repeals') AS repealed_by,
       nullif(trim(CASE WHEN date IS NULL THEN 'date ' ELSE '' END || CASE WHEN location IS NULL THEN 'location ' ELSE '' END ||
                   CASE WHEN text IS NULL THEN 'text ' ELSE '' END || CASE WHEN outcome IS NULL THEN 'outcome' ELSE '' END), '') AS missing,
       decision, document, span_begin, span_end
FROM numbered
ORDER BY number;
