/// The names of CLI11's types, for headers: what a command declares its options with takes seconds to compile, so only the files that do so include it.
#pragma once

namespace CLI {
class App;
class Option;
}  // namespace CLI
