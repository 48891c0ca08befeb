#include "register/database.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace protokoll::registers {
namespace {

[[noreturn]] void fail(sqlite3* connection) { throw std::runtime_error(connection ? sqlite3_errmsg(connection) : "out of memory"); }

sqlite3* open(const std::string& path, int flags) {
  sqlite3* connection = nullptr;
  // Whoever uses it does so one thread at a time.
  if (sqlite3_open_v2(path.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK) return connection;
  const std::string why = connection ? sqlite3_errmsg(connection) : "out of memory";
  sqlite3_close(connection);
  throw std::runtime_error(why);
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close(connection); }

Database Database::writing(const std::string& path) {
  Database database(open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -2000");
  return database;
}

Database Database::reading(const std::string& path) { return Database(open(path, SQLITE_OPEN_READONLY)); }

void Database::run(std::string_view sql) {
  if (sqlite3_exec(get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(get());
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(get()); }

void Database::close() {
  if (connection_ && sqlite3_close(connection_.get()) != SQLITE_OK) fail(get());
  static_cast<void>(connection_.release());
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(const Database& database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    fail(database.get());
  statement_.reset(statement);
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

bool Statement::step() {
  const auto result = sqlite3_step(statement_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) fail(sqlite3_db_handle(statement_.get()));
  return result == SQLITE_ROW;
}

void Statement::bind(int at, std::string_view text) {
  if (!text.empty() && sqlite3_bind_text64(statement_.get(), at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
    fail(sqlite3_db_handle(statement_.get()));
}

void Statement::bind(int at, std::int64_t number) { sqlite3_bind_int64(statement_.get(), at, number); }

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

int Statement::columns() const { return sqlite3_column_count(statement_.get()); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

}  // namespace protokoll::registers
