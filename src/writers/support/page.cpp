#include "writers/support/page.hpp"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>

#include "plugins.hpp"

namespace protokoll {
namespace {

std::string_view resource(std::string_view name) {
  const auto pages = plugins::pages();
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const Resource& page) { return page.name == name; });
  return found == pages.end() ? std::string_view() : found->content;
}

/// "sha256-…" of the page's script, which stands in it as it is.
std::string script_hash(std::string_view page) {
  constexpr std::string_view opening = "<script>";
  const auto begin = page.rfind(opening) + opening.size();
  const auto script = page.substr(begin, page.find("</script>", begin) - begin);
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, script.size(), reinterpret_cast<const std::uint8_t*>(script.data()));
  sha256_digest(&context, digest.size(), digest.data());
  std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)> text;
  base64_encode_raw(text.data(), digest.size(), digest.data());
  return "sha256-" + std::string(text.data(), text.size());
}

}  // namespace

void fill_page(std::string_view name, const Put& put, const std::function<void(std::string_view part)>& part) {
  const auto page = resource(name);
  auto rest = page;
  for (auto open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    const auto close = rest.find("}}", open);
    put(rest.substr(0, open));
    const auto what = rest.substr(open + 2, close - open - 2);
    if (what == "style")
      put(resource("style"));
    else if (what == "script-hash")
      put(script_hash(page));
    else
      part(what);
    rest.remove_prefix(close + 2);
  }
  put(rest);
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string script_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (auto at = json.find('<'); at != std::string_view::npos; at = json.find('<')) {
    out.append(json.substr(0, at)).append("\\u003c");
    json.remove_prefix(at + 1);
  }
  return out.append(json);
}

}  // namespace protokoll
