/// Catch2 as the system has it: version 2 (Debian 12) or 3 (newer ones).
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
