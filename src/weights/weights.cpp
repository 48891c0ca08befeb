#include "weights/weights.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "plugins.hpp"

namespace protokoll {

Weights::Weights(flat::Image image) {
  flat::Parts parts(image);
  bias_ = flat::number(parts.next(), 0);
  for (auto* numbers : {&weights_, &thresholds_}) {
    numbers->names = flat::Table(parts.next());
    numbers->values = parts.next();
  }
}

Weights::Weights(std::string_view json) {
  auto own = std::make_shared<const std::vector<std::uint32_t>>(lay_out_weights(json));
  *this = Weights(flat::Image(*own));
  own_ = std::move(own);
}

double Weights::Numbers::get(std::string_view name, double otherwise) const {
  const auto place = names.find(name);
  return place ? flat::number(values, *place) : otherwise;
}

double Weights::weight(std::string_view feature) const { return weights_.get(feature, 0); }

double Weights::sum(const Features& features) const {
  double sum = bias_;
  for (const auto& [name, value] : features.found()) sum += value * weight(name);
  return sum;
}

double Weights::probability(const Features& features) const { return 1 / (1 + std::exp(-sum(features))); }

double Weights::threshold(std::string_view name) const { return thresholds_.get(name, 1); }

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
    std::vector<std::pair<std::string, Weights>> weights;
    for (const auto& file : plugins::weights()) weights.emplace_back(file.name, Weights(file.image));
    return weights;
  }());
  return questions;
}

}  // namespace protokoll
