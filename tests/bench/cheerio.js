// What a user might write instead: the agenda of a tabbed document with cheerio, as JSON.
const fs = require("fs");
const cheerio = require("cheerio");

function convert(path) {
  const head = [], agenda = [];
  for (const line of fs.readFileSync(path, "utf8").split("\n")) {
    const row = /^(\S+)\t(.*)$/.exec(line);
    if (!row) { head.push(line.trim()); continue; }
    const $ = cheerio.load(row[2]);
    agenda.push({ number: row[1].replace(/\.$/, ""), title: $("b").first().text().trim(),
                  paragraphs: $("p").map((_, p) => $(p).text().trim()).get(), items: $("li").map((_, li) => $(li).text().trim()).get() });
  }
  return { name: path, head, agenda };
}

for (const path of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) console.log(JSON.stringify(convert(path)));
