/// A register as documents for people: pages that need nothing but themselves, and tables.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "register/database.hpp"
#include "writers/support/page.hpp"

namespace protokoll::registers {

/// Where the annotated pages of documents lie, by the SHA-256 of the document in hex.
using AnnotatedPages = std::map<std::string, std::string, std::less<>>;

/// One page in the archive's language that filters, sorts and prints; it works offline and fetches nothing. `page` is where it will lie, so that it
/// can link to the documents; where there is an annotated page, a row links to its place there as well.
void write_page(Database& database, const std::string& page, const AnnotatedPages& annotated, const Put& put);

/// The collection of resolutions that § 24 (7) WEG asks for, from the view weg_24: as a page to print, or as CSV (RFC 4180).
void write_weg24_page(Database& database, const Put& put);
void write_weg24_csv(Database& database, const Put& put);

/// The language of most documents.
[[nodiscard]] std::string main_language(const Database& database);

}  // namespace protokoll::registers
