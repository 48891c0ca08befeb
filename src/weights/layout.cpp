#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "weights/weights.hpp"

namespace protokoll {
namespace {

using nlohmann::json;
using Units = std::vector<std::uint32_t>;

void append_numbers(Units& image, const json& numbers) {
  flat::TableWriter names;
  Units table, values;
  for (const auto& [name, number] : numbers.items()) {
    names.add(name);
    flat::append_number(values, number.get<double>());
  }
  names.write(table);
  flat::append(image, table);
  flat::append(image, values);
}

}  // namespace

Units lay_out_weights(std::string_view text) {
  try {
    const auto file = json::parse(text);
    Units image, bias;
    flat::append_number(bias, file.value("bias", 0.0));
    flat::append(image, bias);
    append_numbers(image, file.at("weights"));
    append_numbers(image, file.value("thresholds", json::object()));
    return image;
  } catch (const json::exception& fault) {
    throw std::invalid_argument(fmt::format("no file of weights: {}", fault.what()));
  }
}

}  // namespace protokoll
