/// SQLite as values: a connection, and a statement that is prepared once and run often. What fails throws std::runtime_error with SQLite's sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace protokoll::registers {

class Database {
 public:
  /// Opens a file (an empty one is an empty database) without a journal: whoever writes does so in a copy that nobody else sees.
  static Database writing(const std::string& path);
  /// Opens a file that stays as it is.
  static Database reading(const std::string& path);

  /// Runs one or several statements that give no rows.
  void run(std::string_view sql);
  [[nodiscard]] sqlite3* get() const { return connection_.get(); }
  /// Of the row that was inserted last.
  [[nodiscard]] std::int64_t last_id() const;
  /// Closes it; trouble in doing so is told.
  void close();

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  explicit Database(sqlite3* connection) : connection_(connection) {}
  std::unique_ptr<sqlite3, Closer> connection_;
};

class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  /// Binds the values to ?1, ?2, … and runs the statement to its first row or its end.
  template <class... Values>
  bool run(const Values&... values) {
    reset();
    int at = 0;
    (bind(++at, values), ...);
    return step();
  }
  /// Goes on to the next row; false behind the last.
  bool step();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  ///< until the next step; NULL is empty
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  void reset();
  /// The text must live until the statement is run again. An empty one is NULL: the minutes are silent.
  void bind(int at, std::string_view text);
  void bind(int at, const std::string& text) { bind(at, std::string_view(text)); }
  void bind(int at, const char* text) { bind(at, std::string_view(text)); }
  void bind(int at, std::int64_t number);
  void bind(int at, int number) { bind(at, std::int64_t{number}); }
  void bind(int at, std::size_t number) { bind(at, static_cast<std::int64_t>(number)); }
  void bind(int at, bool flag) { bind(at, std::int64_t{flag}); }
  template <class T>
  void bind(int at, const std::optional<T>& value) {
    if (value) bind(at, *value);
  }

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

}  // namespace protokoll::registers
