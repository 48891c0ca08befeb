/// Dates and times of day as minutes print them.
#pragma once

#include "facts/dates.hpp"
#include "facts/times.hpp"
