/// Fitted weights: what each feature of a candidate counts for the answer to one question.
///
/// A question is a data file of this folder, made by tests/fit. At run time an answer is a sum.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flat/table.hpp"
#include "protokoll/evidence.hpp"

namespace protokoll {

/// The features found of one candidate, in the order in which they were looked for.
class Features {
 public:
  void add(std::string_view name, double value = 1) {
    if (value != 0) found_.emplace_back(name, value);
  }
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& found() const { return found_; }
  void clear() { found_.clear(); }

 private:
  std::vector<std::pair<std::string, double>> found_;
};

class Weights {
 public:
  /// Reads a data file. Throws std::invalid_argument if it is none.
  explicit Weights(std::string_view json);
  /// As lay_out_weights() laid them out; the image must outlive them.
  explicit Weights(flat::Image image);

  /// The weighed sum of features; those without a weight count nothing.
  [[nodiscard]] double sum(const Features& features) const;
  /// The logistic function of the sum: 0..1.
  [[nodiscard]] double probability(const Features& features) const;
  [[nodiscard]] double weight(std::string_view feature) const;
  /// A bound of the file ("low", "high"); 1 if it has none of this name.
  [[nodiscard]] double threshold(std::string_view name) const;
  [[nodiscard]] std::vector<WeighedFeature> explain(const Features& features) const;

 private:
  struct Numbers {
    flat::Table names;
    flat::Image values;
    [[nodiscard]] double get(std::string_view name, double otherwise) const;
  };

  std::shared_ptr<const std::vector<std::uint32_t>> own_;  // the image of a file that was not laid out at build time
  double bias_ = 0;
  Numbers weights_, thresholds_;
};

/// Throws std::invalid_argument if the data file is none.
[[nodiscard]] std::vector<std::uint32_t> lay_out_weights(std::string_view json);

/// The weights of every question: those built in, or others in their place.
class Questions {
 public:
  explicit Questions(std::vector<std::pair<std::string, Weights>> weights) : weights_(std::move(weights)) {}
  /// `files`: name of the question and content of its data file. Throws std::invalid_argument.
  explicit Questions(const std::vector<std::pair<std::string, std::string>>& files);

  /// Weights without any feature (every probability 1/2) if there is no such question.
  [[nodiscard]] const Weights& operator[](std::string_view question) const;

 private:
  std::vector<std::pair<std::string, Weights>> weights_;
};

[[nodiscard]] const Questions& built_in_questions();

}  // namespace protokoll
