#include "weights/weights.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "plugins.hpp"

namespace protokoll {

Weights::Weights(std::string_view text) {
  try {
    const auto file = nlohmann::json::parse(text);
    bias_ = file.value("bias", 0.0);
    for (const auto& [name, weight] : file.at("weights").items()) weights_[name] = weight.get<double>();
    if (file.contains("thresholds"))
      for (const auto& [name, bound] : file.at("thresholds").items()) thresholds_[name] = bound.get<double>();
  } catch (const nlohmann::json::exception& fault) {
    throw std::invalid_argument(fmt::format("no file of weights: {}", fault.what()));
  }
}

double Weights::weight(std::string_view feature) const {
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

double Weights::sum(const Features& features) const {
  double sum = bias_;
  for (const auto& [name, value] : features.found()) sum += value * weight(name);
  return sum;
}

double Weights::probability(const Features& features) const { return 1 / (1 + std::exp(-sum(features))); }

double Weights::threshold(std::string_view name) const {
  const auto found = thresholds_.find(name);
  return found == thresholds_.end() ? 1 : found->second;
}

std::vector<WeighedFeature> Weights::explain(const Features& features) const {
  std::vector<WeighedFeature> explained;
  for (const auto& [name, value] : features.found()) explained.push_back({name, value, weight(name)});
  return explained;
}

Questions::Questions(const std::vector<std::pair<std::string, std::string>>& files) {
  for (const auto& [name, content] : files) {
    try {
      weights_.emplace_back(name, Weights(content));
    } catch (const std::invalid_argument& fault) {
      throw std::invalid_argument(fmt::format("weights of '{}': {}", name, fault.what()));
    }
  }
}

const Weights& Questions::operator[](std::string_view question) const {
  static const Weights none(R"({"weights": {}})");
  for (const auto& [name, weights] : weights_)
    if (name == question) return weights;
  return none;
}

const Questions& built_in_questions() {
  static const Questions questions([] {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& file : plugins::weights()) files.emplace_back(file.name, file.content);
    return files;
  }());
  return questions;
}

}  // namespace protokoll
