#include "ground/answer_json.hpp"

// As writers/support/json_document.cpp: not with RAPIDJSON_SSE2.
#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <vector>

namespace protokoll::grounds {
namespace {

/// Before it is parsed: brackets outside texts.
void refuse_depth(std::string_view bytes) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\0') throw BadAnswer(fmt::format("the answer holds a NUL at byte {}; JSON has none", i));
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest) throw BadAnswer(fmt::format("the answer nests deeper than {} levels at byte {}", deepest, i));
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
}

std::string_view view(const Json& text) { return {text.GetString(), text.GetStringLength()}; }

/// Who reads such JSON takes one of both, and nobody knows which.
void refuse_repeated_keys(const Json& json) {
  if (json.IsArray())
    for (const auto& entry : json.GetArray()) refuse_repeated_keys(entry);
  if (!json.IsObject()) return;
  std::vector<std::string_view> keys;
  for (const auto& member : json.GetObject()) {
    keys.push_back(view(member.name));
    refuse_repeated_keys(member.value);
  }
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice != keys.end()) throw BadAnswer(fmt::format("the answer has the key \"{}\" twice in one object", twice->substr(0, 60)));
}

}  // namespace

void parse_answer(std::string_view bytes, std::size_t most_bytes, rapidjson::Document& answer) {
  if (bytes.size() > most_bytes) throw BadAnswer(fmt::format("the answer has {} bytes; more than {} are not read", bytes.size(), most_bytes));
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  refuse_depth(bytes);
  answer.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (answer.HasParseError()) throw BadAnswer(fmt::format("the answer is no JSON: {} (byte {})", rapidjson::GetParseError_En(answer.GetParseError()), answer.GetErrorOffset()));
  if (!answer.IsObject()) throw BadAnswer("the answer is JSON, but no object (see: schema --to answer)");
  refuse_repeated_keys(answer);
}

std::string to_text(const Json& json, bool pretty) {
  rapidjson::StringBuffer buffer;
  if (pretty) {
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    json.Accept(writer);
  } else {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    json.Accept(writer);
  }
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace protokoll::grounds
