"""Polish as it should be printed: dates, numbers, order, typography, addresses and phones.

Small pure functions that import next to nothing, because a build calls them a hundred thousand times and a rebuild
after one edit should not wait for a locale library.  Their vectors come from CLDR (Babel, ICU) and stand in the tests.
"""
