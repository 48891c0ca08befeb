// Only for a Catch2 2 that is nothing but a header.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
