// Version 3 brings its main in the library Catch2WithMain; version 2 is a header that is compiled here, once.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
